package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.config.OptionsTable;
import org.junit.jupiter.api.Test;

/** Tables of the README equal the tables of the code. */
class ReadmeTest {
  private static final String README = "README.md";

  @Test
  void listsTheServedOptions() {
    Section.equalsCode(README, "options", OptionsTable.markdown());
  }

  @Test
  void listsTheSettingsOfOpenTelemetry() {
    Section.equalsCode(README, "otel", OptionsTable.otelMarkdown());
  }

  @Test
  void listsEveryCode() {
    StringBuilder table = new StringBuilder("| code | type | retry | meaning |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (CodeEntry entry : Catalogue.entries()) {
      table.append("| [").append(entry.code()).append("](").append(entry.documentation());
      table.append(") | `").append(entry.failureType().text()).append("` | `");
      table.append(entry.retry().text()).append("` | ").append(entry.meaning()).append(" |\n");
    }
    Section.equalsCode(README, "codes", table.toString());
  }

  @Test
  void namesItsTwoCommands() {
    String readme = Project.text(README);
    assertTrue(
        readme.contains(
            "\nmvn -q -DskipTests package && java -javaagent:agent/target/mcpdiag-agent.jar "
                + "-jar example-app/target/mcpdiag-example-app.jar\n"));
    assertTrue(readme.contains("\nmvn verify\n"));
  }
}
