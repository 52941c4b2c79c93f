package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each row of a table has the cells of its heading: a bar inside code needs a backslash. */
class TableShapeTest {
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  @Test
  void isTheSameInEachRow() {
    List<String> odd = new ArrayList<>();
    for (Path document : Project.files("", ".md")) {
      int cells = 0;
      for (String line : Headings.withoutCode(Project.text(document.toString())).split("\n")) {
        int found = line.startsWith("|") ? BAR.split(line.stripTrailing(), -1).length : 0;
        if (found > 0 && cells > 0 && found != cells) {
          odd.add(document + ": " + line);
        }
        cells = found == 0 ? 0 : cells == 0 ? found : cells;
      }
    }
    assertEquals(List.of(), odd, "rows with more or fewer cells than their heading");
  }
}
