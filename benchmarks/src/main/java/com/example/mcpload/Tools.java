package com.example.mcpload;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import java.util.function.BiFunction;

/** The two tools of the workload, as their server offers them and as their client calls them. */
final class Tools {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}
      """;
  private static final Map<String, Object> ARGUMENTS = Map.of("text", "hello");

  private Tools() {}

  static McpSyncServer serve(McpServer.SyncSpecification<?> server) {
    return server
        .serverInfo("load", "1")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .tools(tool("echo", Tools::echo), tool("broken", Tools::broken))
        .build();
  }

  static void callEcho(McpSyncClient client) {
    CallToolResult result = client.callTool(new CallToolRequest("echo", ARGUMENTS));
    if (Boolean.TRUE.equals(result.isError())) {
      throw new IllegalStateException("echo failed: " + result);
    }
  }

  /** Returns after the failure has reached the caller, as an error or as a result with isError. */
  static void callBroken(McpSyncClient client) {
    CallToolResult result;
    try {
      result = client.callTool(new CallToolRequest("broken", ARGUMENTS));
    } catch (McpError ignored) {
      return; // This is the answer that is measured.
    }
    if (!Boolean.TRUE.equals(result.isError())) {
      throw new IllegalStateException("the broken tool worked: " + result);
    }
  }

  private static SyncToolSpecification tool(
      String name, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> work) {
    var tool =
        Tool.builder()
            .name(name)
            .description("A tool of the benchmark")
            .inputSchema(McpJsonDefaults.getMapper(), SCHEMA)
            .build();
    return SyncToolSpecification.builder().tool(tool).callHandler(work).build();
  }

  private static CallToolResult echo(McpSyncServerExchange exchange, CallToolRequest request) {
    return CallToolResult.builder()
        .addTextContent(String.valueOf(request.arguments().get("text")))
        .build();
  }

  private static CallToolResult broken(McpSyncServerExchange exchange, CallToolRequest request) {
    throw new IllegalStateException("the order book is closed");
  }
}
