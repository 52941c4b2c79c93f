package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextStepTest {
  @Test
  void keepsTheOrderOfItsParameters() {
    Map<String, Object> params = new LinkedHashMap<>();
    List<String> names = List.of("zulu", "alpha", "mike", "delayMs", "x");
    names.forEach(name -> params.put(name, 1));
    assertEquals(names, List.copyOf(new NextStep("wait", params).params().keySet()));
  }

  @Test
  void doesNotChangeWhenTheMapGivenDoes() {
    Map<String, Object> params = new LinkedHashMap<>(Map.of("delayMs", 10));
    NextStep step = new NextStep("wait", params);
    params.put("delayMs", 99);
    assertEquals(Map.of("delayMs", 10), step.params());
    assertThrows(UnsupportedOperationException.class, () -> step.params().clear());
  }
}
