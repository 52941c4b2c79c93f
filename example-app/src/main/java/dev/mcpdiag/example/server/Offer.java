package dev.mcpdiag.example.server;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tools, resources and prompts that the healthy servers offer. */
final class Offer {
  static final ServerCapabilities CAPABILITIES =
      ServerCapabilities.builder().tools(false).resources(false, false).prompts(false).build();

  private static final long SLOW_MILLIS = 10_000;

  private Offer() {}

  static List<SyncToolSpecification> tools() {
    return List.of(
        tool("echo", "Says what it is told", List.of("text"), Offer::echo),
        tool("divide", "Divides two whole numbers", List.of("dividend", "divisor"), Offer::divide),
        tool("search", "Searches a catalogue that is always down", List.of("query"), Offer::search),
        tool("slow", "Takes ten seconds", List.of(), Offer::slow),
        tool("crash", "Ends the server's process with exit code 7", List.of(), Offer::crash));
  }

  static List<SyncResourceSpecification> resources() {
    String uri = "gallery://hours";
    return List.of(
        new SyncResourceSpecification(
            Resource.builder(uri, "hours").mimeType("text/plain").build(),
            (exchange, request) ->
                ReadResourceResult.builder(
                        List.of(TextResourceContents.builder(uri, "daily, 10 to 18").build()))
                    .build()));
  }

  static List<SyncPromptSpecification> prompts() {
    return List.of(
        new SyncPromptSpecification(
            Prompt.builder("greeting").description("Greets a visitor").build(),
            (exchange, request) ->
                GetPromptResult.builder(
                        List.of(
                            PromptMessage.builder(
                                    Role.USER, TextContent.builder("Say hello.").build())
                                .build()))
                    .build()));
  }

  private static SyncToolSpecification tool(
      String name,
      String description,
      List<String> required,
      Function<Map<String, Object>, CallToolResult> work) {
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of(), "required", required);
    return SyncToolSpecification.builder()
        .tool(Tool.builder(name, schema).description(description).build())
        .callHandler((exchange, request) -> work.apply(request.arguments()))
        .build();
  }

  private static CallToolResult echo(Map<String, Object> arguments) {
    return text(String.valueOf(arguments.get("text")));
  }

  private static CallToolResult divide(Map<String, Object> arguments) {
    // A tool of SDK 2.1.0 that throws at once now and then interrupts the thread that writes its
    // own error answer; a short rest keeps the gallery's result the same in every run.
    rest(50);
    int dividend = number(arguments, "dividend");
    return text(Integer.toString(dividend / number(arguments, "divisor")));
  }

  private static int number(Map<String, Object> arguments, String name) {
    return ((Number) arguments.getOrDefault(name, 0)).intValue();
  }

  private static CallToolResult search(Map<String, Object> arguments) {
    return CallToolResult.builder()
        .addTextContent("The catalogue could not be searched.")
        .isError(true)
        .build();
  }

  private static CallToolResult slow(Map<String, Object> arguments) {
    rest(SLOW_MILLIS);
    return text("done");
  }

  private static CallToolResult crash(Map<String, Object> arguments) {
    System.err.println("fatal: out of ideas");
    Runtime.getRuntime().halt(7);
    return text("never said");
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ignored) {
      // The server is stopping: the answer no longer matters.
      Thread.currentThread().interrupt();
    }
  }
}
