package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void everyDefaultCanBeRead() {
    for (Option<?> option : Options.byKey().values()) {
      option.defaultValue();
    }
  }

  @Test
  void everyOptionHasAnEnvironmentVariableOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (String key : Options.byKey().keySet()) {
      assertTrue(names.add(Option.environmentName(key)), key);
    }
  }

  @Test
  void holdsAllKeysOfTheContract() {
    assertEquals(49, Options.byKey().size(), Options.byKey().keySet().toString());
    assertEquals("10s", row("mcpdiag.hung-after").defaultText());
    assertEquals("64MiB", row("mcpdiag.store.max-size").defaultText());
  }

  @Test
  void textShowsEveryKeyInAscii() {
    String text = OptionsTable.text();
    for (String key : Options.byKey().keySet()) {
      assertTrue(text.contains(key), key);
    }
    assertTrue(text.contains("OTEL_SERVICE_NAME"), text);
    assertTrue(text.chars().allMatch(c -> c < 127), "ASCII only");
  }

  @Test
  void markdownHasOneRowForEachServedOption() {
    String markdown = OptionsTable.markdown();
    for (Option<?> option : Options.byKey().values()) {
      assertEquals(
          option.isServed(), markdown.contains("| `" + option.key() + "` |"), option.key());
    }
    assertTrue(
        markdown.contains("| `mcpdiag.propagation` | `true` | W3C context in `params._meta` |"),
        markdown);
    assertFalse(OptionsTable.otelMarkdown().isBlank());
  }

  @Test
  void doesNotGuessWhatIsTooFarAway() {
    assertNull(Spelling.nearest("colour", "console", "enabled"));
    assertEquals("console", Spelling.nearest("conosle", "console", "enabled"));
  }

  private static Option<?> row(String key) {
    Option<?> option = Options.named(key);
    if (option == null) {
      throw new AssertionError("no row " + key);
    }
    return option;
  }
}
