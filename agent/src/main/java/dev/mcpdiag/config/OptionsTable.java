package dev.mcpdiag.config;

import java.util.ArrayList;
import java.util.List;

/** The option table for people: {@code --config} prints the text, the README holds the Markdown. */
public final class OptionsTable {
  private OptionsTable() {}

  /** The text of {@code --config}: how options are given, and all of them. ASCII. */
  public static String text() {
    StringBuilder text = new StringBuilder(4_096);
    text.append("Options of mcpdiag. The first source that has one wins:\n\n");
    text.append(
        "  agent argument        -javaagent:mcpdiag-agent.jar=console=block;trace-url=...\n");
    text.append("  system property       -Dmcpdiag.trace-url=...\n");
    text.append("  environment variable  MCPDIAG_TRACE_URL=...\n");
    text.append("  properties file       named by mcpdiag.config.file\n\n");
    List<String> later = new ArrayList<>();
    for (Option<?> option : Options.byKey().values()) {
      if (option.isServed()) {
        row(text, option.key(), option.defaultText(), option.meaning());
      } else {
        later.add(option.key());
      }
    }
    text.append("\nNot in this version:\n");
    for (String key : later) {
      text.append("  ").append(key).append('\n');
    }
    text.append(
        "\nOpenTelemetry's own settings, also as system properties (otel.service.name):\n\n");
    for (OtelTable.Row row : OtelTable.ROWS) {
      row(text, row.name(), row.defaultText(), row.meaning());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String defaultText, String meaning) {
    text.append("  ").append(name).append('\n');
    String shown = defaultText.isEmpty() ? "none" : defaultText;
    text.append("      ").append(meaning.replace("`", "")).append("\n");
    text.append("      default: ").append(shown).append('\n');
  }

  /** The README's table of served options, byte for byte; ends with a line break. */
  public static String markdown() {
    StringBuilder text = new StringBuilder(2_048).append("| key | default | meaning |\n");
    text.append("| --- | --- | --- |\n");
    for (Option<?> option : Options.byKey().values()) {
      if (option.isServed()) {
        markdownRow(text, option.key(), option.defaultText(), option.meaning());
      }
    }
    return text.toString();
  }

  /** The README's table of OpenTelemetry's settings, byte for byte; ends with a line break. */
  public static String otelMarkdown() {
    StringBuilder text = new StringBuilder(2_048).append("| variable | default | meaning |\n");
    text.append("| --- | --- | --- |\n");
    for (OtelTable.Row row : OtelTable.ROWS) {
      markdownRow(text, row.name(), row.defaultText(), row.meaning());
    }
    return text.toString();
  }

  private static void markdownRow(
      StringBuilder text, String name, String defaultText, String meaning) {
    String shown = defaultText.isEmpty() ? "-" : "`" + defaultText + "`";
    text.append("| `").append(name).append("` | ").append(shown);
    text.append(" | ").append(meaning.replace("|", "\\|")).append(" |\n");
  }
}
