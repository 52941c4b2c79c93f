package dev.mcpdiag.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The shapes that options have. Plain classes: a lambda would cost start-up time in every JVM. */
final class Shapes {
  static final Shape<Boolean> FLAG = new Flag();
  static final Shape<String> TEXT = new Text();
  static final Shape<List<String>> LIST = new CommaList();
  static final Shape<List<String>> PATTERNS = new PatternList();
  static final Shape<Map<String, String>> NAMES = new ServerNames();
  static final Shape<String> TRACE_URL = new TraceUrl();

  private Shapes() {}

  private static final class Flag implements Shape<Boolean> {
    @Override
    public Boolean read(String text) throws BadValue {
      if (text.equalsIgnoreCase("true")) {
        return true;
      }
      if (text.equalsIgnoreCase("false")) {
        return false;
      }
      throw new BadValue("is neither true nor false", "write true or false");
    }
  }

  private static final class Text implements Shape<String> {
    @Override
    public String read(String text) {
      return text;
    }

    @Override
    public boolean mayHoldSeparators() {
      return true;
    }
  }

  private static final class CommaList implements Shape<List<String>> {
    @Override
    public List<String> read(String text) {
      List<String> items = new ArrayList<>();
      for (String item : text.split(",", -1)) {
        if (!item.isBlank()) {
          items.add(item.strip());
        }
      }
      return Collections.unmodifiableList(items);
    }

    @Override
    public boolean mayHoldSeparators() {
      return true;
    }
  }

  /** Regular expressions; a comma inside brackets, as in {@code [0-9]{2,4}}, does not separate. */
  private static final class PatternList implements Shape<List<String>> {
    @Override
    public List<String> read(String text) throws BadValue {
      List<String> patterns = new ArrayList<>();
      int depth = 0;
      int start = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '{' || c == '[' || c == '(') {
          depth++;
        } else if (c == '}' || c == ']' || c == ')') {
          depth--;
        } else if (c == ',' && depth == 0) {
          add(patterns, text.substring(start, i));
          start = i + 1;
        }
      }
      add(patterns, text.substring(start));
      return Collections.unmodifiableList(patterns);
    }

    private static void add(List<String> patterns, String pattern) throws BadValue {
      if (pattern.isBlank()) {
        return;
      }
      try {
        patterns.add(Pattern.compile(pattern.strip()).pattern());
      } catch (PatternSyntaxException e) {
        throw new BadValue(
            "is not a regular expression (" + e.getDescription() + ")",
            "write regular expressions of java.util.regex, comma separated");
      }
    }

    @Override
    public boolean mayHoldSeparators() {
      return true;
    }

    @Override
    public boolean mayHoldPairs() {
      return true;
    }
  }

  private static final class ServerNames implements Shape<Map<String, String>> {
    @Override
    public Map<String, String> read(String text) throws BadValue {
      Map<String, String> names = new LinkedHashMap<>();
      for (String pair : LIST.read(text)) {
        int equals = pair.indexOf('=');
        if (equals <= 0 || equals == pair.length() - 1) {
          throw new BadValue(
              "has a piece that is not <server>=<name>: " + Shown.text(pair),
              "write host=name, host:port=name or command=name, comma separated");
        }
        names.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
      return Collections.unmodifiableMap(names);
    }

    @Override
    public boolean mayHoldSeparators() {
      return true;
    }

    @Override
    public boolean mayHoldPairs() {
      return true;
    }
  }

  private static final class TraceUrl implements Shape<String> {
    @Override
    public String read(String text) throws BadValue {
      String lower = text.toLowerCase(Locale.ROOT);
      if (!text.isEmpty() && !(lower.startsWith("http://") || lower.startsWith("https://"))) {
        throw new BadValue(
            "does not start with http:// or https://",
            "write it like http://localhost:16686/trace/{traceId}");
      }
      if (!text.isEmpty() && !text.contains("{traceId}")) {
        throw new BadValue(
            "has no {traceId} in it", "write it like http://localhost:16686/trace/{traceId}");
      }
      return text;
    }

    @Override
    public boolean mayHoldSeparators() {
      return true;
    }
  }
}
