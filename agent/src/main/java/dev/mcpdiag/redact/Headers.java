package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few HTTP headers that explain a failure and carry no secret. */
final class Headers {
  private static final int MAX_VALUE_CHARS = 200;

  private Headers() {}

  static @Nullable String allowed(String name, String value, Redactor redactor) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "retry-after", "content-type", "server", "via" -> text(value, redactor);
      case "cf-ray" -> "present";
      // Not scrubbed again: a scope such as session:read would look like a secret.
      case "www-authenticate" -> Challenge.parse(value).text();
      default ->
          lower.startsWith("ratelimit-")
                  || lower.equals("ratelimit")
                  || lower.startsWith("x-ratelimit-")
              ? text(value, redactor)
              : null;
    };
  }

  private static String text(String value, Redactor redactor) {
    return PlainText.oneLine(redactor.text(value, MAX_VALUE_CHARS), MAX_VALUE_CHARS);
  }
}
