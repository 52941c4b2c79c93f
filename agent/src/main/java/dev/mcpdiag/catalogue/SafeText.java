package dev.mcpdiag.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Fills the templates that users read. A value is one short line of visible characters; a value
 * that is not known leaves a whole sentence behind.
 */
public final class SafeText {
  /** The only names that a template of the catalogue may use. */
  public static final Set<String> PLACEHOLDERS =
      Set.of(
          "server",
          "tool",
          "field",
          "seconds",
          "scopes",
          "capability",
          "reason",
          "exitCode",
          "traceId");

  private static final int MAX_VALUE_CHARS = 80;

  /** Placeholder, phrase around it, what stands there instead; the longer phrase comes first. */
  private static final String[][] WITHOUT_VALUE = {
    {"server", " ({server})", ""},
    {"server", "{server}", "the server"},
    {"tool", "no tool named {tool}", "no such tool"},
    {"tool", "{tool}", "the tool"},
    {"field", ": {field}", ""},
    {"field", "{field}", "a setting"},
    {"seconds", "Try again in {seconds} s.", "Try again later."},
    {"seconds", "within {seconds} s", "in time"},
    {"seconds", "{seconds}", "some"},
    {"scopes", ": {scopes}", ""},
    {"scopes", "{scopes}", "more scopes"},
    {"capability", ": {capability}", ""},
    {"capability", "{capability}", "a capability"},
    {"reason", " ({reason})", ""},
    {"reason", "{reason}", "an unknown reason"},
    {"exitCode", " (exit {exitCode})", ""},
    {"exitCode", "{exitCode}", "an unknown code"},
    {"traceId", " Debug ID: {traceId}", ""},
    {"traceId", "{traceId}", "an unknown id"},
  };

  private SafeText() {}

  /**
   * The sentence for a user. Braces around any other name stay as they are, and braces inside a
   * value mean nothing.
   *
   * @param values by placeholder name without braces; from allow-listed sources only
   */
  public static String fill(String template, Map<String, String> values) {
    String sentence = template;
    for (String[] row : WITHOUT_VALUE) {
      if (sentence.contains(row[1]) && value(row[0], values).isEmpty()) {
        sentence = sentence.replace(row[1], row[2]);
      }
    }
    return insert(startUpperCase(sentence, template), values);
  }

  /** A single pass, so that a value cannot bring in another placeholder. */
  private static String insert(String sentence, Map<String, String> values) {
    StringBuilder out = new StringBuilder(sentence.length() + MAX_VALUE_CHARS);
    int at = 0;
    while (at < sentence.length()) {
      int open = sentence.indexOf('{', at);
      int close = open < 0 ? -1 : sentence.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = sentence.substring(open + 1, close);
      boolean known = PLACEHOLDERS.contains(name);
      out.append(sentence, at, open);
      out.append(known ? value(name, values) : sentence.substring(open, open + 1));
      at = known ? close + 1 : open + 1;
    }
    return out.append(sentence, at, sentence.length()).toString();
  }

  private static String value(String name, Map<String, String> values) {
    String raw = values.get(name);
    return raw == null ? "" : PlainText.oneLine(raw, MAX_VALUE_CHARS).strip();
  }

  /** "{server} is busy." without a server is "The server is busy.", with one it keeps its case. */
  private static String startUpperCase(String sentence, String template) {
    boolean fallbackStartsIt = template.startsWith("{") && !sentence.startsWith("{");
    if (!fallbackStartsIt || sentence.isEmpty()) {
      return sentence;
    }
    // Not with +: the first concatenation of a JVM costs a millisecond of linking.
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT).concat(sentence.substring(1));
  }
}
