package labapp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to do at one server: a line of {@code key=value} separated by tabs; keys may repeat. */
record Errand(Map<String, List<String>> settings) {
  static Errand of(String line) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    for (String field : line.split("\t")) {
      int equals = field.indexOf('=');
      settings
          .computeIfAbsent(field.substring(0, equals), key -> new ArrayList<>())
          .add(field.substring(equals + 1));
    }
    return new Errand(settings);
  }

  String id() {
    return text("id", "");
  }

  boolean isAsync() {
    return text("mode", "sync").equals("async");
  }

  String text(String key, String otherwise) {
    return all(key).isEmpty() ? otherwise : all(key).get(0);
  }

  Duration millis(String key, long otherwise) {
    return Duration.ofMillis(Long.parseLong(text(key, Long.toString(otherwise))));
  }

  List<String> all(String key) {
    return settings.getOrDefault(key, List.of());
  }
}
