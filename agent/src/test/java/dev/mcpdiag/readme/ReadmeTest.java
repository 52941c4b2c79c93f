package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.config.OptionsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tables of the README equal the tables of the code; every link inside the project leads there. */
class ReadmeTest {
  private static final Path PROJECT = project();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("docs/codes"))
        ? folder
        : folder.resolve("..").normalize();
  }

  @Test
  void listsTheServedOptions() throws IOException {
    isIn("options", OptionsTable.markdown());
  }

  @Test
  void listsTheSettingsOfOpenTelemetry() throws IOException {
    isIn("otel", OptionsTable.otelMarkdown());
  }

  @Test
  void listsEveryCode() throws IOException {
    StringBuilder table = new StringBuilder("| code | type | retry | meaning |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (CodeEntry entry : Catalogue.entries()) {
      table.append("| [").append(entry.code()).append("](").append(entry.documentation());
      table.append(") | `").append(entry.failureType().text()).append("` | `");
      table.append(entry.retry().text()).append("` | ").append(entry.meaning()).append(" |\n");
    }
    isIn("codes", table.toString());
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    Matcher link = LINK.matcher(readme());
    while (link.find()) {
      assertTrue(Files.exists(PROJECT.resolve(link.group(1))), "dead link: " + link.group(1));
    }
  }

  @Test
  void namesTheTwoCommandsOfTheContract() throws IOException {
    assertTrue(
        readme()
            .contains(
                "\nmvn -q -DskipTests package && java -javaagent:agent/target/mcpdiag-agent.jar "
                    + "-jar example-app/target/mcpdiag-example-app.jar\n"));
    assertTrue(readme().contains("\nmvn verify\n"));
  }

  private static void isIn(String section, String table) throws IOException {
    String text = readme();
    int begin = text.indexOf("<!-- " + section + ": begin");
    int end = text.indexOf("<!-- " + section + ": end -->");
    assertNotEquals(-1, begin, "README.md has lost its marker " + section + ": begin");
    assertNotEquals(-1, end, "README.md has lost its marker " + section + ": end");
    assertEquals(
        table,
        text.substring(text.indexOf('\n', begin) + 1, end),
        "README.md, section " + section + ": put the expected table between its two markers");
  }

  private static String readme() throws IOException {
    return Files.readString(PROJECT.resolve("README.md"));
  }
}
