package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Role;
import dev.mcpdiag.example.server.Servers;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.util.List;

/**
 * A server that the client starts as a child process.
 *
 * @param command program and arguments
 */
record Stdio(List<String> command) implements Destination {
  static Stdio of(Role role) {
    return new Stdio(role.command());
  }

  static Stdio of(String... command) {
    return new Stdio(List.of(command));
  }

  @Override
  public McpClientTransport transport(Servers servers) {
    ServerParameters parameters =
        ServerParameters.builder(command.get(0)).args(command.subList(1, command.size())).build();
    return new StdioClientTransport(parameters, McpJsonDefaults.getMapper()) {
      @Override
      protected ProcessBuilder getProcessBuilder() {
        ProcessBuilder builder = super.getProcessBuilder();
        Role.leaveToolsBehind(builder);
        return builder;
      }
    };
  }
}
