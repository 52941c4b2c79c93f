package dev.mcpdiag.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EvidencePageTest {
  @Test
  void listsEveryKindOfFact() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/evidence.md"));
    for (FactKind kind : FactKind.values()) {
      assertTrue(
          page.contains("| `" + kind.text() + "` |"),
          () -> "docs/reference/evidence.md lacks a row for " + kind.text());
    }
  }
}
