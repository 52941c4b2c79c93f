package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of the rules: their order, their names, and a rule for each code. */
class RulesPageTest {
  private static final String PAGE = "docs/reference/rules.md";
  private static final String RULES = "agent/src/main/java/dev/mcpdiag/classify";
  private static final Pattern STEP = Pattern.compile("([A-Z][A-Za-z]+)(?:::|\\.)([a-zA-Z]+)");
  private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)`([^|]*)\\|([^|]*)\\|");

  @Test
  void hasTheOrderOfTheClassifier() {
    String source = Project.text(RULES + "/Classifier.java");
    int begin = source.indexOf("ORDER =");
    assertTrue(begin > 0, "Classifier.ORDER has another name: adapt this test");
    String list =
        source.substring(source.indexOf("List.of(", begin) + 8, source.indexOf(");\n", begin));
    List<String> steps = steps(list.lines().toList());
    assertTrue(steps.size() > 10, () -> "the order was not read: " + steps);
    assertEquals(
        steps,
        steps(Section.between(PAGE, "order").lines().filter(l -> l.contains("`")).toList()),
        PAGE
            + ": give each rule of Classifier.ORDER its place there, and say in"
            + " docs/design/taxonomy.md, Precedence, why it stands where it stands");
  }

  private static List<String> steps(List<String> lines) {
    List<String> steps = new ArrayList<>();
    for (String line : lines) {
      Matcher step = STEP.matcher(line);
      if (step.find()) {
        steps.add(step.group(1) + '.' + step.group(2));
      }
    }
    return steps;
  }

  @Test
  void namesEachRule() {
    Set<String> listed = new TreeSet<>();
    Matcher row = ROW.matcher(Project.text(PAGE));
    while (row.find()) {
      listed.add(row.group(1));
    }
    List<String> missing = new ArrayList<>();
    for (Path file : Project.files(RULES, "Rules.java", "SignInFailure.java", "Classifier.java")) {
      Matcher name = NAME.matcher(Project.text(file.toString()));
      while (name.find()) {
        if (!listed.contains(name.group(1))) {
          missing.add(name.group(1) + " of " + file.getFileName());
        }
      }
    }
    assertEquals(List.of(), missing, PAGE + " lacks a row for these rules");
  }

  @Test
  void namesNoRuleThatIsNotThere() {
    StringBuilder sources = new StringBuilder();
    Project.files(RULES, ".java").forEach(file -> sources.append(Project.text(file.toString())));
    List<String> gone = new ArrayList<>();
    Matcher row = ROW.matcher(Project.text(PAGE));
    while (row.find()) {
      if (sources.indexOf('"' + row.group(1) + '"') < 0) {
        gone.add(row.group(1));
      }
    }
    assertEquals(List.of(), gone, PAGE + " has rows for rules that no longer exist");
  }

  /** Someone who adds a code and no rule would never see it. */
  @Test
  void hasARuleForEachCode() {
    Set<String> decided = new TreeSet<>();
    for (Path file : Project.files(RULES, ".java")) {
      Matcher code = Pattern.compile("Codes\\.([A-Z_]+)").matcher(Project.text(file.toString()));
      while (code.find()) {
        decided.add("MCP_" + code.group(1));
      }
    }
    List<String> missing =
        Catalogue.entries().stream()
            .map(CodeEntry::code)
            .filter(c -> !decided.contains(c))
            .toList();
    assertEquals(List.of(), missing, "no rule in " + RULES + " decides for these codes: add one");
  }
}
