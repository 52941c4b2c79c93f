package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.NextStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages say what the catalogue says: when one changes, change the other. */
class CodePagesTest {
  private static final Path PROJECT = projectFolder();

  private static Path projectFolder() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("docs/codes"))
        ? folder
        : folder.resolve("..").normalize();
  }

  @Test
  void thereIsOnePageForEachCodeAndNoOther() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(PROJECT.resolve("docs/codes"))) {
      files.forEach(file -> pages.add("docs/codes/" + file.getFileName()));
    }
    pages.remove("docs/codes/README.md");
    Set<String> documented = new TreeSet<>();
    Catalogue.entries().forEach(entry -> documented.add(entry.documentation()));
    assertEquals(documented, pages);
  }

  @Test
  void eachPageRepeatsItsRow() throws IOException {
    for (CodeEntry entry : Catalogue.entries()) {
      List<String> page = page(entry);
      String name = entry.documentation();
      assertEquals("# " + entry.code() + ": " + entry.title(), page.get(0), name);
      assertTrue(page.contains(row(entry)), name + " lacks the row " + row(entry));
      assertTrue(page.contains(entry.meaning()), name + " lacks: " + entry.meaning());
      assertTrue(page.contains("Users read: \"" + entry.message() + "\""), name);
    }
  }

  @Test
  void eachPageListsTheStepsInTheirOrder() throws IOException {
    for (CodeEntry entry : Catalogue.entries()) {
      List<String> page = page(entry);
      List<String> listed = new ArrayList<>();
      Pattern step = Pattern.compile("- `([a-z_]+)`.*");
      for (String line : page.subList(page.indexOf("## What an agent may do"), page.size())) {
        Matcher matcher = step.matcher(line);
        if (matcher.matches()) {
          listed.add(matcher.group(1));
        }
      }
      assertEquals(entry.nextSteps().stream().map(NextStep::action).toList(), listed, entry.code());
    }
  }

  @Test
  void theOverviewLinksEveryPage() throws IOException {
    String overview = Files.readString(PROJECT.resolve("docs/codes/README.md"));
    for (CodeEntry entry : Catalogue.entries()) {
      assertTrue(
          overview.contains("[" + entry.code() + "](" + entry.code() + ".md)"), entry.code());
    }
  }

  private static List<String> page(CodeEntry entry) throws IOException {
    return Files.readAllLines(PROJECT.resolve(entry.documentation()));
  }

  private static String row(CodeEntry entry) {
    return "| `%s` | `%s` | `%s` | %s | `%s` |"
        .formatted(
            entry.failureType().text(),
            entry.retry().text(),
            entry.severity().text(),
            entry.actor(),
            entry.callToAction());
  }
}
