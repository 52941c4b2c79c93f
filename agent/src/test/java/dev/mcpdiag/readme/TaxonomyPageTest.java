package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/design/taxonomy.md} says for each code which evidence it needs. */
class TaxonomyPageTest {
  private static final String PAGE = "docs/design/taxonomy.md";

  @Test
  void hasARowForEachCode() {
    String page = Project.text(PAGE);
    List<String> missing = new ArrayList<>();
    for (CodeEntry entry : Catalogue.entries()) {
      String row = "\n| [%1$s](../codes/%1$s.md) | ".formatted(entry.code());
      if (!page.contains(row)) {
        missing.add(entry.code());
      }
    }
    assertEquals(
        List.of(), missing, PAGE + ", Codes and their evidence: which evidence do these need?");
  }
}
