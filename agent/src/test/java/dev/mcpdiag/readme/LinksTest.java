package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every link inside the project leads to a file that exists, and to a heading that it has. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern OUTSIDE = Pattern.compile("^[a-z]+:.*");

  @Test
  void leadToFilesAndHeadingsThatExist() {
    List<Path> documents = Project.files("", ".md");
    assertTrue(documents.size() > 70, () -> "hardly a document was found: " + documents);
    List<String> dead = new ArrayList<>();
    for (Path document : documents) {
      String text = Headings.withoutCode(Project.text(document.toString()));
      Matcher link = LINK.matcher(text.replaceAll("`[^`\n]*`", "code"));
      while (link.find()) {
        String fault = fault(document, link.group(1));
        if (fault != null) {
          dead.add(document + ": " + link.group(1) + " " + fault);
        }
      }
    }
    assertEquals(List.of(), dead, "links that lead nowhere: correct them in these documents");
  }

  private static @Nullable String fault(Path document, String target) {
    if (OUTSIDE.matcher(target).matches()) {
      return null;
    }
    int sign = target.indexOf('#');
    String name = sign < 0 ? target : target.substring(0, sign);
    Path file = name.isEmpty() ? document : document.resolveSibling(name).normalize();
    if (!Project.has(file)) {
      return "has no file";
    }
    String anchor = sign < 0 ? "" : target.substring(sign + 1);
    return anchor.isEmpty() || Headings.anchors(Project.text(file.toString())).contains(anchor)
        ? null
        : "has no such heading";
  }

  @Test
  void wouldBeFoundDead() {
    Path readme = Path.of("README.md");
    assertEquals("has no file", fault(readme, "docs/nothing.md"));
    assertEquals("has no such heading", fault(readme, "#nothing"));
    assertEquals("has no such heading", fault(readme, "docs/design/taxonomy.md#nothing"));
    assertEquals(null, fault(readme, "docs/design/taxonomy.md#precedence"));
  }
}
