package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<Integer> recent = new Recent<>(10);

  @Test
  void keepsWhatIsAskedForWhileOthersComeWithoutEnd() {
    recent.put("real", 7);
    for (int i = 0; i < 1_000; i++) {
      recent.put("made-up-" + i, i);
      assertEquals(7, recent.get("real"), "after " + i);
    }
  }

  @Test
  void forgetsWhatNobodyAsksFor() {
    recent.put("once", 7);
    int kept = 0;
    for (int i = 0; i < 1_000; i++) {
      recent.put("made-up-" + i, i);
    }
    for (int i = 0; i < 1_000; i++) {
      kept += recent.get("made-up-" + i) == null ? 0 : 1;
    }
    assertNull(recent.get("once"));
    assertEquals(true, kept <= 10, kept + " of 1000 are still there");
  }

  @Test
  void makesAValueOnce() {
    assertEquals(1, recent.get("a", () -> 1));
    assertEquals(1, recent.get("a", () -> 2));
    recent.remove("a");
    assertEquals(2, recent.get("a", () -> 2));
  }
}
