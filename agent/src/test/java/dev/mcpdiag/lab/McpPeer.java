package dev.mcpdiag.lab;

import dev.mcpdiag.lab.HttpPeer.Answer;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A healthy MCP server over streamable HTTP, but for what it is told to do otherwise: by HTTP verb
 * ({@code GET}), by method ({@code tools/call}), or by tool ({@code tools/call slow}).
 */
public final class McpPeer implements Answer {
  private static final String INITIALIZED =
      "{\"protocolVersion\":\"%s\",\"capabilities\":{\"tools\":{},\"resources\":{},\"prompts\":{}},"
          + "\"serverInfo\":{\"name\":\"lab-peer\",\"version\":\"1.0\"}}";

  private static final Map<String, String> RESULTS =
      Map.of(
          "tools/list",
          "{\"tools\":[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\"}},"
              + "{\"name\":\"slow\",\"inputSchema\":{\"type\":\"object\"}}]}",
          "tools/call",
          "{\"content\":[{\"type\":\"text\",\"text\":\"fine\"}],\"isError\":false}",
          "resources/read",
          "{\"contents\":[{\"uri\":\"lab://a\",\"mimeType\":\"text/plain\",\"text\":\"fine\"}]}",
          "prompts/get",
          "{\"messages\":[]}",
          "ping",
          "{}");

  private final Map<String, Answer> otherwise = new TreeMap<>();

  /** Answers {@code what} in another way. */
  public McpPeer but(String what, Answer answer) {
    otherwise.put(what, answer);
    return this;
  }

  @Override
  public void to(HttpRequestSeen request, Socket connection) throws IOException {
    answer(request).to(request, connection);
  }

  private Answer answer(HttpRequestSeen request) {
    String method = request.rpcMethod();
    for (String what : new String[] {method + " " + request.name(), method, request.verb()}) {
      Answer special = otherwise.get(what);
      if (special != null) {
        return special;
      }
    }
    if (!request.verb().equals("POST")) {
      return Answers.status(405);
    }
    if (request.rpcId().isEmpty() || method.isEmpty()) {
      return Answers.bare(202);
    }
    return method.equals("initialize") ? McpPeer::initialize : known(method);
  }

  private static void initialize(HttpRequestSeen request, Socket connection) throws IOException {
    String result = INITIALIZED.formatted(request.protocolVersion());
    Answers.write(
        connection,
        200,
        "application/json",
        Answers.envelope(request, "\"result\":" + result),
        "Mcp-Session-Id: S1");
  }

  /** The result of a healthy server, null for a method that it does not know. */
  static @Nullable String result(HttpRequestSeen request) {
    return request.rpcMethod().equals("initialize")
        ? INITIALIZED.formatted(request.protocolVersion())
        : RESULTS.get(request.rpcMethod());
  }

  private static Answer known(String method) {
    String result = RESULTS.get(method);
    return result == null ? Answers.rpcError(-32601, "Method not found") : Answers.result(result);
  }
}
