package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.evidence.Accessors;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.JsonText;
import dev.mcpdiag.evidence.ResultShape;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the result of a call says: about the server, and whether the call failed after all. */
final class Results {
  private static final int MAX_TEXT_CHARS = 8 * 1024;

  private Results() {}

  static void end(OpenCall call, Object result) {
    if (result instanceof McpSchema.CallToolResult tool && Boolean.TRUE.equals(tool.isError())) {
      failed(call, tool);
      return;
    }
    if (result instanceof McpSchema.InitializeResult initialized) {
      McpSchema.Implementation server = initialized.serverInfo();
      String info = server == null ? null : server.name() + ' ' + server.version();
      call.connection().initialized(info, initialized.protocolVersion());
    } else if (result instanceof McpSchema.ListToolsResult page) {
      List<String> names = new ArrayList<>();
      page.tools().forEach(tool -> names.add(tool.name()));
      call.connection().tools().listed(names, !call.invocation().isNextPage());
    } else if (result instanceof McpSchema.ListPromptsResult page) {
      List<String> names = new ArrayList<>();
      page.prompts().forEach(prompt -> names.add(prompt.name()));
      call.connection().prompts().listed(names, !call.invocation().isNextPage());
    } else if (result instanceof McpSchema.CallToolResult tool) {
      call.answeredWith(onlyText(tool));
      return;
    }
    call.succeeded();
  }

  /** The tool ran and says that it failed, perhaps in a shape that tells why. */
  static void failed(OpenCall call, McpSchema.CallToolResult result) {
    String text = text(result);
    // By name: SDK 0.10 has no such component.
    String shape = ResultShape.of(JsonText.of(Accessors.value(result, "structuredContent")));
    if (shape == null) {
      shape = ResultShape.of(text);
    }
    if (shape != null) {
      call.facts().note(FactKind.RESULT_SHAPE, shape);
    }
    if (call.role().isAnswering()) {
      call.tells("error_result", text);
    }
    call.answeredWithError(text, result);
  }

  private static @Nullable String onlyText(McpSchema.CallToolResult result) {
    List<McpSchema.Content> content = result.content();
    return content != null
            && content.size() == 1
            && content.get(0) instanceof McpSchema.TextContent only
        ? only.text()
        : null;
  }

  private static String text(McpSchema.CallToolResult result) {
    StringBuilder text = new StringBuilder();
    if (result.content() != null) {
      for (McpSchema.Content part : result.content()) {
        if (part instanceof McpSchema.TextContent content && content.text() != null) {
          int room = MAX_TEXT_CHARS - text.length(); // not a copy of megabytes first
          text.append(content.text(), 0, Math.min(room, content.text().length()));
          if (text.length() >= MAX_TEXT_CHARS) {
            break;
          }
          text.append('\n');
        }
      }
    }
    return text.toString().strip();
  }
}
