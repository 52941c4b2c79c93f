package dev.mcpdiag.example.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** The servers of one run, each started when it is first needed. */
public final class Servers {
  private final Map<Role, ServerProcess> running = new ConcurrentHashMap<>();
  private final List<String> jvmOptions;

  private Servers(List<String> jvmOptions) {
    this.jvmOptions = jvmOptions;
  }

  /** Servers in JVMs without any agent. */
  public static Servers bare() {
    return new Servers(List.of());
  }

  /** Servers in JVMs with the agents of this one. */
  public static Servers withOurAgents() {
    return new Servers(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("-javaagent:"))
            .toList());
  }

  /** What starts a role. */
  public List<String> command(Role role) {
    return role.command(jvmOptions);
  }

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
    return running.computeIfAbsent(role, each -> ServerProcess.start(each, command(each)));
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
