package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code mcpdiag.rules.file}. A rule with a mistake is left out, with one sentence that names
 * line and column; the others hold.
 */
final class RulesFile {
  private static final long MAX_BYTES = 1 << 20;
  private static final Set<String> KEYS = Set.of("rules");
  private static final Set<String> RULE_KEYS = Set.of("name", "when", "then");

  private final String name;
  private final FitDiagnosis fit;
  private final Problems problems;

  RulesFile(String name, FitDiagnosis fit, Problems problems) {
    this.name = name;
    this.fit = fit;
    this.problems = problems;
  }

  /** In the order of the file; empty where it cannot be read. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    try {
      RuleValue root = RuleValue.read(text());
      Map<String, RuleValue> fields = root.fields("the file");
      Keys.check(fields, "the file", KEYS);
      Set<String> names = new HashSet<>();
      for (RuleValue each : Keys.required(root, fields, "rules", "the file").items("\"rules\"")) {
        try {
          rules.add(rule(each, names));
        } catch (BadRule e) {
          report("a rule is left out: " + e.what(), ", " + e.place(), e.fix());
        }
      }
    } catch (BadRule e) {
      report("the rules cannot be used: " + e.what(), ", " + e.place(), e.fix());
    } catch (IOException | RuntimeException e) {
      report("the rules cannot be read, because " + reason(e), "", "name a JSON file in UTF-8");
    }
    return rules;
  }

  private String text() throws IOException {
    Path path = Path.of(name);
    // A pipe or a device would make the JVM wait, or read for ever.
    if (Files.exists(path) && (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES)) {
      throw new IOException("it is not a regular file below 1 MiB");
    }
    return Files.readString(path);
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "it does not exist";
      case "MalformedInputException" -> "it is not written in UTF-8";
      default -> message.startsWith("it ") ? message : "of " + e.getClass().getSimpleName();
    };
  }

  private Rule rule(RuleValue value, Set<String> names) throws BadRule {
    Map<String, RuleValue> fields = value.fields("a rule");
    Keys.check(fields, "a rule", RULE_KEYS);
    RuleValue named = Keys.required(value, fields, "name", "a rule");
    String ruleName = named.text("\"name\"");
    if (!isName(ruleName)) {
      throw new BadRule(
          named,
          "\"" + ruleName + "\" is not a name",
          "use a-z, A-Z, 0-9, - . _, at most 63 characters");
    }
    if (!names.add(ruleName)) {
      throw new BadRule(named, "another rule is called " + ruleName, "give it a name of its own");
    }
    RuleValue when = Keys.required(value, fields, "when", "a rule");
    List<Condition> conditions = When.read(when);
    Diagnosis.Builder diagnosis =
        Then.read(Keys.required(value, fields, "then", "a rule"))
            .confidence(When.isAboutText(when) ? Confidence.MEDIUM : Confidence.HIGH);
    return new Rule(ruleName, conditions, fit.of(diagnosis.build()));
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !(c >= '0' && c <= '9') && "-._".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() <= 63;
  }

  private void report(String what, String place, String fix) {
    problems.report(new Problem(what, "mcpdiag.rules.file=" + name + place, fix));
  }
}
