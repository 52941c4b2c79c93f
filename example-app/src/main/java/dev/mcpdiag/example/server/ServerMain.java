package dev.mcpdiag.example.server;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Entry point of the child JVMs. */
public final class ServerMain {
  /** What a role runs; it returns when the server is up, or never. */
  @FunctionalInterface
  private interface Server {
    void serve() throws Exception;
  }

  private static final Map<Role, Server> SERVERS =
      Map.of(
          Role.STREAMABLE, StreamableServer::serve,
          Role.SCRIPTED, ScriptedEndpoints::serve,
          Role.TLS, TlsEndpoints::serve,
          Role.STDIO, StdioServers::healthy,
          Role.STDIO_EXITING, StdioServers::exiting,
          Role.STDIO_NOISY, StdioServers::noisy,
          Role.STDIO_SILENT, StdioServers::silent);

  private ServerMain() {}

  /**
   * Serves one role.
   *
   * @param args the role's name
   */
  public static void main(String[] args) throws Exception {
    Role role = Role.valueOf(args[0].toUpperCase(Locale.ROOT));
    Objects.requireNonNull(SERVERS.get(role)).serve();
  }
}
