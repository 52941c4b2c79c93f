package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import dev.mcpdiag.readme.Project;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the lab expects of a code by default is what the catalogue says of it. */
class ExpectedCodesTest {
  private static final String FILE = "agent/src/test/resources/expected-codes.txt";

  @Test
  void areTheCatalogues() {
    Set<String> rows = new TreeSet<>();
    for (CodeEntry entry : Catalogue.entries()) {
      rows.add(entry.code() + ' ' + entry.failureType().text() + ' ' + entry.retry().text());
    }
    Set<String> expected = new TreeSet<>();
    Project.text(FILE).lines().filter(line -> !line.startsWith("#")).forEach(expected::add);
    assertEquals(rows, expected, FILE + " and the catalogue differ: one of them is wrong");
  }
}
