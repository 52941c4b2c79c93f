package dev.mcpdiag.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.readme.Section;
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
  private static final List<String> SECTIONS =
      List.of("## Usual causes", "## How to check", "## How to fix", "## What an agent may do");

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
    assertEquals(documented, pages, "docs/codes: one page for each row of the catalogue");
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

  /** Meaning and who acts are in the row and below it: see the tests above. */
  @Test
  void eachPageSaysWhatItIsNotWhyHowToCheckHowToFixAndWhatAnAgentMayDo() throws IOException {
    for (CodeEntry entry : Catalogue.entries()) {
      List<String> page = page(entry);
      String name = entry.documentation();
      assertEquals(SECTIONS, page.stream().filter(line -> line.startsWith("## ")).toList(), name);
      for (String section : SECTIONS) {
        int begin = page.indexOf(section);
        assertTrue(
            begin + 2 < page.size() && !page.get(begin + 2).isBlank(),
            () -> name + " says nothing under " + section);
      }
      assertTrue(
          page.subList(0, page.indexOf(SECTIONS.get(0))).stream()
              .anyMatch(line -> line.startsWith("Not meant: ")),
          name);
    }
  }

  @Test
  void linksBetweenPagesLeadToPages() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)]+)\\)");
    for (CodeEntry entry : Catalogue.entries()) {
      Matcher matcher = link.matcher(String.join("\n", page(entry)));
      while (matcher.find()) {
        String to = matcher.group(1);
        assertTrue(
            to.startsWith("http") || Files.exists(PROJECT.resolve("docs/codes").resolve(to)),
            () -> entry.documentation() + " links to " + to);
      }
    }
  }

  @Test
  void theOverviewHasTheRowOfEachCode() {
    StringBuilder table = new StringBuilder("| code | type | retry | meaning |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (CodeEntry entry : Catalogue.entries()) {
      table.append(
          "| [%1$s](%1$s.md) | `%2$s` | `%3$s` | %4$s |\n"
              .formatted(
                  entry.code(), entry.failureType().text(), entry.retry().text(), entry.meaning()));
    }
    Section.equalsCode("docs/codes/README.md", "codes", table.toString());
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
