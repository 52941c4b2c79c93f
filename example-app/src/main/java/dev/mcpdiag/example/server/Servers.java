package dev.mcpdiag.example.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** The HTTP servers of one run, each started when it is first needed. */
public final class Servers {
  private final Map<Role, ServerProcess> running = new ConcurrentHashMap<>();

  /** Starts these servers without waiting for them. */
  public void start(Role... roles) {
    for (Role role : roles) {
      started(role);
    }
  }

  /**
   * The address of one of a server's doors; waits until the server is up.
   *
   * @throws IllegalStateException if the server does not come up
   */
  public URI address(Role role, String door) {
    return started(role).address(door);
  }

  private ServerProcess started(Role role) {
    return running.computeIfAbsent(role, ServerProcess::start);
  }

  /** A client's context that trusts the gallery's own certificate authority and nobody else. */
  public SSLContext trust() {
    try {
      return Certificates.trust(Path.of(address(Role.TLS, "key-store")));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The gallery's certificate authority cannot be read", e);
    }
  }
}
