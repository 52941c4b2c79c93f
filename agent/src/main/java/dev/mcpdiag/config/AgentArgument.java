package dev.mcpdiag.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The text behind {@code -javaagent:mcpdiag-agent.jar=}, cut into settings. Both {@code ;} and
 * {@code ,} separate, but values hold them too ({@code server.names=a=x,b=y}), so a piece that does
 * not look like a setting continues the value before it.
 */
final class AgentArgument {
  /** A key as written and its value; the value is null where no {@code =} stood. */
  record Piece(String key, String value, boolean hasValue) {}

  private final List<Piece> pieces = new ArrayList<>();

  static List<Piece> pieces(String text) {
    AgentArgument argument = new AgentArgument();
    int start = 0;
    char separator = ';';
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ';' : text.charAt(i);
      if (c == ';' || c == ',') {
        argument.add(separator, text.substring(start, i));
        start = i + 1;
        separator = c;
      }
    }
    return argument.pieces;
  }

  private void add(char separator, String raw) {
    int equals = raw.indexOf('=');
    String key = (equals < 0 ? raw : raw.substring(0, equals)).strip();
    if (continuesValue(separator, key, equals >= 0)) {
      Piece last = pieces.remove(pieces.size() - 1);
      pieces.add(new Piece(last.key, last.value + separator + raw.stripTrailing(), true));
    } else if (!raw.isBlank()) {
      String value = equals < 0 ? "" : raw.substring(equals + 1).strip();
      pieces.add(new Piece(key, value, equals >= 0));
    }
  }

  private boolean continuesValue(char separator, String key, boolean hasEquals) {
    if (pieces.isEmpty() || SettingsReader.option(key) != null) {
      return false;
    }
    Piece last = pieces.get(pieces.size() - 1);
    Option<?> option = SettingsReader.option(last.key);
    if (option == null || !last.hasValue || !option.shape().mayHoldSeparators()) {
      return false;
    }
    if (key.startsWith(Option.PREFIX) && hasEquals) {
      return false;
    }
    return !hasEquals || !looksLikeKey(key) || (option.shape().mayHoldPairs() && separator == ',');
  }

  private static boolean looksLikeKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!(c >= 'a' && c <= 'z') && c != '.' && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
