package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Role;
import dev.mcpdiag.example.server.Servers;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.util.List;
import java.util.function.Function;

/**
 * A server that the client starts as a child process.
 *
 * @param command program and arguments
 */
record Stdio(Function<Servers, List<String>> command) implements Destination {
  static Stdio of(Role role) {
    return new Stdio(servers -> servers.command(role));
  }

  static Stdio of(String... command) {
    return new Stdio(servers -> List.of(command));
  }

  @Override
  public McpClientTransport transport(Servers servers) {
    List<String> words = command.apply(servers);
    ServerParameters parameters =
        ServerParameters.builder(words.get(0)).args(words.subList(1, words.size())).build();
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
