package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the MCP server of GitHub Agentic Workflows ({@code gh aw mcp-server}) says in its own way:
 * its audit tools tell their failures in a result without {@code isError}, and a caller without the
 * right role gets the JSON-RPC error for an invalid request. Only these very objects are known,
 * field by field. Any thread.
 */
public final class AgenticWorkflows {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final String TEXT = "text";
  private static final String LIST = "list";
  private static final String OTHER = "other";

  private static final Map<String, String> AUDIT =
      Map.of("error", TEXT, "run_ids_or_urls", LIST, "suggestions", LIST);
  private static final Map<String, String> AUDIT_DIFF =
      Map.of("error", TEXT, "base_run_id", TEXT, "compare_runs", LIST, "suggestions", LIST);

  /** It writes fields by the alphabet; asked for every result, so this looks before it reads. */
  private static final String AUDIT_BEGINS = "{\"error\":\"failed to audit workflow run";

  private static final String AUDIT_DIFF_BEGINS = "{\"base_run_id\":\"";
  private static final String AUDIT_DIFF_SAYS = "\"error\":\"failed to diff workflow runs: ";

  private static final Set<String> DENIAL =
      Set.of("error", "tool", "actor", "repository", "role", "required", "reason");

  private AgenticWorkflows() {}

  /** Whether a result's only text is the envelope of a failed audit. */
  public static boolean isFailedAudit(String text) {
    if (text.startsWith(AUDIT_BEGINS)) {
      return fields(text).equals(AUDIT);
    }
    return text.startsWith(AUDIT_DIFF_BEGINS)
        && text.contains(AUDIT_DIFF_SAYS)
        && fields(text).equals(AUDIT_DIFF);
  }

  /** Whether the data of a JSON-RPC error says that the caller lacks a role. */
  public static boolean isDenial(String data) {
    if (!data.startsWith("{")) {
      return false;
    }
    Map<String, String> fields = fields(data);
    boolean namesRoles = isText(fields, "role") && isText(fields, "required");
    return namesRoles
        || (isText(fields, "tool")
            && isText(fields, "reason")
            && DENIAL.containsAll(fields.keySet()));
  }

  private static boolean isText(Map<String, String> fields, String name) {
    return TEXT.equals(fields.get(name));
  }

  /** Names and kinds of the fields of one JSON object; empty for all that is none. */
  private static Map<String, String> fields(String json) {
    Map<String, String> fields = new TreeMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        fields.put(
            name,
            value == JsonToken.VALUE_STRING ? TEXT : value == JsonToken.START_ARRAY ? LIST : OTHER);
        parser.skipChildren();
      }
      return parser.nextToken() == null ? fields : Map.of();
    } catch (IOException notJson) {
      return Map.of();
    }
  }
}
