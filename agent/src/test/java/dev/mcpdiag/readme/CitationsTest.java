package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the code cites can be read: a citation names a heading of {@code docs/design} or {@code
 * docs/reference}, with the path below {@code docs} and the heading's anchor.
 */
class CitationsTest {
  private static final List<String> FOLDERS =
      List.of("agent/src", "extension-api/src", "example-app/src", "benchmarks/src", ".ci");
  private static final Pattern CITED =
      Pattern.compile("(?<!docs/)\\b(design|reference)/[A-Za-z-]+\\.md(#[a-z0-9_-]*)?");

  /** Names of pages without a heading, and of pages that are not in the repository. */
  private static final Pattern LOOSE =
      Pattern.compile(
          "(?i)\\btaxonomy\\b(?!\\.md)|\\bsdk-hooks\\b|\\bcontract\\b"
              + "|\\barchitecture\\b(?![.;/\"])"
              + "|(?<![/\\w])(taxonomy|architecture|redaction|performance|rationale)\\.md");

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*(\\*|//|#)?[ \\t]*");

  @Test
  void nameHeadingsThatExist() {
    List<String> faults = new ArrayList<>();
    int found = 0;
    for (Path file : sources()) {
      Matcher cited = CITED.matcher(Project.text(file.toString()));
      while (cited.find()) {
        found++;
        if (!resolves(cited.group())) {
          faults.add(file + ": " + cited.group());
        }
      }
    }
    assertEquals(List.of(), faults, "no such heading below docs: cite one, with its anchor");
    assertTrue(found > 30, "hardly a citation was found: " + found);
  }

  @Test
  void areNeverLoose() {
    List<String> faults = new ArrayList<>();
    for (Path file : sources()) {
      loose(Project.text(file.toString())).forEach(words -> faults.add(file + ": " + words));
    }
    assertEquals(
        List.of(), faults, "cite a heading, such as design/taxonomy.md" + "#precedence, instead");
  }

  @Test
  void wouldBeFoundWhereTheyAreLooseOrDead() {
    assertEquals(1, loose("/** By its row (taxo" + "nomy 3.5, step 4). */").size());
    assertEquals(1, loose("the con" + "tract's\n * section 4").size());
    assertEquals(1, loose("(archi" + "tecture 1)").size());
    assertEquals(0, loose("import dev.mcpdiag.architecture.Rules;").size());
    assertEquals(false, resolves("design/" + "taxonomy.md"));
    assertEquals(false, resolves("design/" + "taxonomy.md#nothing"));
    assertEquals(true, resolves("design/" + "taxonomy.md#precedence"));
  }

  private static List<Path> sources() {
    return FOLDERS.stream()
        .flatMap(folder -> Project.files(folder, "").stream())
        .filter(file -> !file.endsWith("CitationsTest.java") && !file.endsWith("LinksTest.java"))
        .filter(file -> !file.toString().matches(".*\\.(jar|class|p12|jks|zip|bin)"))
        .toList();
  }

  private static boolean resolves(String citation) {
    int sign = citation.indexOf('#');
    Path page = Path.of("docs", sign < 0 ? citation : citation.substring(0, sign));
    return sign > 0
        && Project.has(page)
        && Headings.anchors(Project.text(page.toString())).contains(citation.substring(sign + 1));
  }

  private static List<String> loose(String source) {
    String text = LINE_BREAK.matcher(source).replaceAll(" ");
    List<String> found = new ArrayList<>();
    Matcher loose = LOOSE.matcher(text);
    while (loose.find()) {
      int end = Math.min(text.length(), loose.end() + 30);
      found.add(text.substring(loose.start(), end));
    }
    return found;
  }
}
