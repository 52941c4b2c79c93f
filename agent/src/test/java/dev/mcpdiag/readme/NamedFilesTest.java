package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests and files that a document names, and no link leads to, exist all the same. */
class NamedFilesTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
  private static final Pattern SHORT = Pattern.compile("`(main|test)/([a-z]+/[A-Za-z]+\\.java)`");
  private static final List<String> MODULES =
      List.of("agent/src/test", "extension-api/src/test", "example-app/src/test");

  @Test
  void areTestsOfTheBuild() {
    Set<String> tests = new HashSet<>();
    for (String module : MODULES) {
      for (Path file : Project.files(module, ".java")) {
        tests.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    List<String> missing = new ArrayList<>();
    for (Path document : Project.files("", ".md")) {
      Matcher test = TEST.matcher(Project.text(document.toString()));
      while (test.find()) {
        boolean isOfOthers = test.group(1).equals("ConfigurationExporterTest");
        if (!tests.contains(test.group(1)) && !isOfOthers) {
          missing.add(document + ": " + test.group(1));
        }
      }
    }
    assertEquals(List.of(), missing, "documents name tests that do not exist");
  }

  @Test
  void areFilesOfTheRecipes() {
    String contributing = Project.text("CONTRIBUTING.md");
    List<String> missing = new ArrayList<>();
    int found = 0;
    Matcher file = SHORT.matcher(contributing);
    while (file.find()) {
      found++;
      Path path =
          Path.of(
              file.group(1).equals("main")
                  ? "agent/src/main/java/dev/mcpdiag"
                  : "agent/src/test/java/dev/mcpdiag",
              file.group(2));
      if (!Project.has(path)) {
        missing.add(file.group());
      }
    }
    assertEquals(List.of(), missing, "CONTRIBUTING.md, Recipes: these files are elsewhere now");
    assertTrue(found > 4, "hardly a file was found: " + found);
  }
}
