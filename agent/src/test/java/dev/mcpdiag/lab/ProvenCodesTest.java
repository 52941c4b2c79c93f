package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.CodeEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue says of each code whether a test makes it happen: the lab's tables know. */
class ProvenCodesTest {
  private static final int MAY_STAY_UNPROVEN = 7;

  @Test
  void areThoseThatTheLabMakesHappen() {
    Set<String> known =
        Catalogue.entries().stream().map(CodeEntry::code).collect(Collectors.toSet());
    Set<String> happening = new TreeSet<>(LabCodes.all());
    happening.retainAll(known);
    assertEquals(
        happening,
        proven(),
        "codes that a scenario makes happen (agent/src/test/java/dev/mcpdiag/lab) and rows of the"
            + " catalogue that say proven differ: write a scenario, or set the flag");
  }

  @Test
  void areNearlyAll() {
    Set<String> unproven =
        Catalogue.entries().stream()
            .filter(entry -> !entry.proven())
            .map(CodeEntry::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(unproven.size() <= MAY_STAY_UNPROVEN, () -> "nobody makes happen: " + unproven);
  }

  private static Set<String> proven() {
    return Catalogue.entries().stream()
        .filter(CodeEntry::proven)
        .map(CodeEntry::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
