package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code --codes} and {@code --codes --json} print. */
class CatalogueOutputTest {
  @Test
  void jsonHasExactlyTheFieldsOfTheContractForEachCode() throws IOException {
    List<String> top = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(CatalogueJson.document("1.2.3"))) {
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.START_OBJECT && depth == 3) {
          rows.add(new ArrayList<>());
        } else if (token == JsonToken.FIELD_NAME && depth == 1) {
          top.add(json.currentName());
        } else if (token == JsonToken.FIELD_NAME && depth == 3) {
          rows.get(rows.size() - 1).add(json.currentName());
        }
      }
    }
    assertEquals(List.of("version", "codes"), top);
    assertEquals(61, rows.size());
    for (List<String> row : rows) {
      assertEquals(
          List.of(
              "code",
              "failureType",
              "retry",
              "retryable",
              "severity",
              "title",
              "message",
              "cta",
              "nextSteps",
              "actor",
              "documentation",
              "proven"),
          row);
    }
  }

  @Test
  void jsonShowsARowAsProgramsReadIt() {
    String json = CatalogueJson.document("1.2.3");
    assertTrue(
        json.startsWith("{\"version\":\"1.2.3\",\"codes\":[{\"code\":\"MCP_CONFIG_INVALID\""));
    assertTrue(
        json.contains(
            "{\"code\":\"MCP_SERVER_UNAVAILABLE\",\"failureType\":\"transient\",\"retry\":\"yes\","
                + "\"retryable\":true,\"severity\":\"error\",\"title\":\"Server unavailable\","
                + "\"message\":\"{server} is temporarily unavailable.\",\"cta\":\"WAIT_AND_RETRY\","
                + "\"nextSteps\":[{\"action\":\"retry_same\",\"params\":{\"delayMs\":1000,"
                + "\"maxAttempts\":3,\"ifIdempotent\":true}},"
                + "{\"action\":\"degrade_without_tool\",\"params\":{}},"
                + "{\"action\":\"check_status\",\"params\":{}}],\"actor\":\"operator\","
                + "\"documentation\":\"docs/codes/MCP_SERVER_UNAVAILABLE.md\",\"proven\":true}"),
        json);
  }

  @Test
  void tableFitsATerminalAndAlignsItsColumns() {
    String[] lines = CatalogueText.table().split("\n", -1);
    assertEquals(63, lines.length, "heading, 61 codes, end of the last line");
    int title = lines[0].indexOf("TITLE");
    for (int i = 1; i < 62; i++) {
      assertTrue(lines[i].length() <= 100, lines[i]);
      assertTrue(lines[i].charAt(title) != ' ' && lines[i].charAt(title - 1) == ' ', lines[i]);
      assertTrue(lines[i].chars().allMatch(c -> c >= 0x20 && c < 0x7f), lines[i]);
    }
    assertTrue(lines[2].matches("MCP_DNS_FAILURE +validation +after_action +error +Host name .*"));
  }
}
