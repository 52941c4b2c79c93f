package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.readme.Project;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody forgets who adds an option: its place in the table, and its accessor. */
class OptionRowsTest {
  /** Only checked: the one value that it can have is what happens anyway. */
  private static final String WITHOUT_ACCESSOR = "IDENTITY_SOURCES";

  private static final String CONFIG = "agent/src/main/java/dev/mcpdiag/config/";

  @Test
  void areAllInTheTable() throws IllegalAccessException {
    List<String> missing = new ArrayList<>();
    for (Field field : rows()) {
      if (!Options.byKey().containsValue((Option<?>) field.get(null))) {
        missing.add(field.getName());
      }
    }
    assertEquals(List.of(), missing, "add these rows to the list in " + CONFIG + "Options.java");
  }

  @Test
  void areAllReadByAnAccessor() throws IllegalAccessException {
    String readers =
        Project.text(CONFIG + "Settings.java") + Project.text(CONFIG + "SettingsReader.java");
    List<String> missing = new ArrayList<>();
    for (Field field : rows()) {
      Option<?> row = (Option<?>) field.get(null);
      boolean isRead =
          readers.matches("(?s).*\\bOptions\\." + field.getName() + "\\b.*")
              || readers.contains('"' + row.key() + '"');
      if (row.isServed() && !isRead && !field.getName().equals(WITHOUT_ACCESSOR)) {
        missing.add(field.getName());
      }
    }
    assertEquals(List.of(), missing, "add accessors for these options to Settings.java");
  }

  private static List<Field> rows() {
    List<Field> rows = new ArrayList<>();
    for (Field field : Options.class.getDeclaredFields()) {
      if (field.getType() == Option.class) {
        rows.add(field);
      }
    }
    assertTrue(rows.size() > 15, "hardly a row was found: " + rows);
    return rows;
  }
}
