package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.config.OptionsTable;
import org.junit.jupiter.api.Test;

/** The reference of the options equals the tables of the code. */
class OptionsPageTest {
  private static final String PAGE = "docs/reference/options.md";
  private static final String LATER = "\nNot in this version:\n";

  @Test
  void listsTheServedOptions() {
    Section.equalsCode(PAGE, "options", OptionsTable.markdown());
  }

  @Test
  void listsTheSettingsOfOpenTelemetry() {
    Section.equalsCode(PAGE, "otel", OptionsTable.otelMarkdown());
  }

  @Test
  void listsWhatIsReservedForLater() {
    String text = OptionsTable.text();
    int begin = text.indexOf(LATER);
    assertTrue(begin > 0, "--config no longer says what is not in this version");
    StringBuilder list = new StringBuilder();
    text.substring(begin + LATER.length())
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .forEach(line -> list.append("- `").append(line.strip()).append("`\n"));
    Section.equalsCode(PAGE, "later", list.toString());
  }
}
