package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents name the SDK versions of one file, which the lab reads too. */
class SupportedVersionsTest {
  private static final String VERSIONS = "agent/src/main/resources/dev/mcpdiag/sdk-versions.txt";
  private static final Pattern VERSION = Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\b");

  @Test
  void areAllInTheReadme() {
    String row =
        Project.text("README.md")
            .lines()
            .filter(line -> line.startsWith("| MCP Java SDK |"))
            .findFirst()
            .orElseThrow();
    Set<String> named = new TreeSet<>();
    Matcher version = VERSION.matcher(row);
    while (version.find()) {
      named.add(version.group());
    }
    assertEquals(
        new TreeSet<>(versions()),
        named,
        "README.md, Supported versions, differs from " + VERSIONS);
  }

  @Test
  void haveTheirOldestAndNewestInTheDesign() {
    String page = "docs/design/sdk-old-api.md";
    List<String> versions = versions();
    String range = versions.get(0) + " to " + versions.get(versions.size() - 1);
    assertTrue(
        Project.text(page).contains("mcpdiag supports " + range),
        () -> page + ": the supported versions are " + range + " (" + VERSIONS + ")");
  }

  private static List<String> versions() {
    return Project.text(VERSIONS).lines().filter(line -> VERSION.matcher(line).matches()).toList();
  }
}
