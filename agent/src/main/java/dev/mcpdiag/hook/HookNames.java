package dev.mcpdiag.hook;

import io.modelcontextprotocol.spec.McpdiagHook;
import java.lang.reflect.Field;
import java.util.Locale;

/** Names of hooks by their number, for people. */
final class HookNames {
  private HookNames() {}

  /** {@code reader ended}; the number itself where no hook has it. */
  static String of(int number) {
    for (Field row : McpdiagHook.class.getFields()) {
      try {
        if (row.getType() == int.class
            && !row.getName().equals("ROWS")
            && row.getInt(null) == number) {
          return row.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
      } catch (IllegalAccessException ignored) {
        // a public field of a public class: it can be read
      }
    }
    return Integer.toString(number);
  }
}
