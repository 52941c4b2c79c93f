package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
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
      remember(call, page);
    }
    call.succeeded();
  }

  /** The tool ran and says that it failed, perhaps in a shape that tells why. */
  static void failed(OpenCall call, McpSchema.CallToolResult result) {
    String text = text(result);
    String shape = ResultShape.of(JsonText.of(structured(result)));
    if (shape == null) {
      shape = ResultShape.of(text);
    }
    if (shape != null) {
      call.facts().note(FactKind.RESULT_SHAPE, shape);
    }
    call.answeredWithError(text);
  }

  /** By name: SDK 0.10 has no such component. */
  private static @Nullable Object structured(McpSchema.CallToolResult result) {
    try {
      return McpSchema.CallToolResult.class.getMethod("structuredContent").invoke(result);
    } catch (ReflectiveOperationException e) {
      return null; // an older result has text only
    }
  }

  private static void remember(OpenCall call, McpSchema.ListToolsResult page) {
    List<String> names = new ArrayList<>();
    for (McpSchema.Tool tool : page.tools()) {
      names.add(tool.name());
    }
    call.connection().names().listed(names, !call.invocation().isNextPage());
  }

  private static String text(McpSchema.CallToolResult result) {
    StringBuilder text = new StringBuilder();
    if (result.content() != null) {
      for (McpSchema.Content part : result.content()) {
        if (part instanceof McpSchema.TextContent content && content.text() != null) {
          text.append(content.text()).append('\n');
        }
        if (text.length() > MAX_TEXT_CHARS) {
          return text.substring(0, MAX_TEXT_CHARS);
        }
      }
    }
    return text.toString().strip();
  }
}
