package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsPageTest {
  private static final Path PAGE = Path.of("../docs/events.md");

  @Test
  void namesWhateverIsOursOnAnEvent() throws Exception {
    String page = Files.readString(PAGE);
    List<String> metrics =
        List.of(Names.FAILURES, Names.RECOVERED, Names.SERVER_STATE, Names.EVENTS_DROPPED);
    List<String> missing = new ArrayList<>();
    for (Field field : Names.class.getFields()) {
      String name = String.valueOf(field.get(null));
      boolean isOurs = name.startsWith("mcpdiag.") && !metrics.contains(name);
      if (isOurs && !page.contains("`" + name + "`")) {
        missing.add(name);
      }
    }
    assertTrue(missing.isEmpty(), () -> PAGE + " lacks " + missing);
  }
}
