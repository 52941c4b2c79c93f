package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mcpdiag.telemetry.Names;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages about spans, events and metrics know every name that leaves, and no other. */
class NamesPageTest {
  private static final List<String> PAGES =
      List.of("docs/reference/spans.md", "docs/reference/events.md", "docs/reference/metrics.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+(\\.[a-z_]+)+)`");

  @Test
  void listEveryNameOfTheCodeAndNoOther() throws IllegalAccessException {
    Set<String> named = new TreeSet<>();
    for (String page : PAGES) {
      Matcher row = ROW.matcher(Project.text(page));
      while (row.find()) {
        named.add(row.group(1));
      }
    }
    Set<String> used = new TreeSet<>();
    for (Field field : Names.class.getFields()) {
      used.add(String.valueOf(field.get(null)));
    }
    used.remove(Names.SCOPE);
    used.remove("otel.metric.overflow"); // a label that the SDKs themselves use
    assertEquals(used, named, () -> "names of telemetry.Names and rows of " + PAGES + " differ");
  }
}
