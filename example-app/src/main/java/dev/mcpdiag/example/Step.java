package dev.mcpdiag.example;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A request that is made once the connection stands, in the words of either API.
 *
 * @param name what the result line calls it
 */
record Step(
    String name,
    Function<McpSyncClient, String> sync,
    Function<McpAsyncClient, Mono<String>> async) {

  static Step tool(String tool, Map<String, Object> arguments) {
    CallToolRequest request = CallToolRequest.builder(tool).arguments(arguments).build();
    return new Step(
        "tools/call " + tool,
        client -> told(client.callTool(request)),
        client -> client.callTool(request).map(Step::told));
  }

  static Step listTools() {
    return new Step(
        "tools/list",
        client -> told(client.listTools()),
        client -> client.listTools().map(Step::told));
  }

  static Step resource(String uri) {
    ReadResourceRequest request = ReadResourceRequest.builder(uri).build();
    return new Step(
        "resources/read " + uri,
        client -> told(client.readResource(request)),
        client -> client.readResource(request).map(Step::told));
  }

  static Step prompt(String prompt) {
    GetPromptRequest request = GetPromptRequest.builder(prompt).build();
    return new Step(
        "prompts/get " + prompt,
        client -> told(client.getPrompt(request)),
        client -> client.getPrompt(request).map(Step::told));
  }

  /** The same, given up by the application; only the asynchronous API can do that. */
  Step cancelledAfter(int millis) {
    return new Step(
        name,
        sync,
        client ->
            async
                .apply(client)
                .takeUntilOther(Mono.delay(Duration.ofMillis(millis)))
                .defaultIfEmpty("cancelled by the application"));
  }

  /** Both at once on one connection; only the asynchronous API can do that. */
  Step beside(Step other) {
    return new Step(
        "both",
        sync,
        client ->
            Mono.zip(
                Api.told(name, async.apply(client)),
                Api.told(other.name, other.async.apply(client)),
                (one, two) -> one + " | " + two));
  }

  private static String told(ListToolsResult list) {
    return list.tools().stream().map(Tool::name).sorted().toList().toString();
  }

  private static String told(CallToolResult result) {
    String text = result.content().get(0) instanceof TextContent t ? t.text() : "something";
    return Boolean.TRUE.equals(result.isError()) ? "isError, " + text : text;
  }

  private static String told(ReadResourceResult result) {
    return result.contents().get(0) instanceof TextResourceContents t ? t.text() : "something";
  }

  private static String told(GetPromptResult result) {
    return result.messages().get(0).content() instanceof TextContent t ? t.text() : "something";
  }
}
