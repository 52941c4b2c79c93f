package dev.mcpdiag.telemetry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole HTTP answer, as much of it as an OTLP client needs. */
final class HttpAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean complete;

  /**
   * @param headers with lower-case names
   * @param body its first bytes
   * @param complete false if there is more of it on the connection
   */
  HttpAnswer(int status, Map<String, String> headers, byte[] body, boolean complete) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.complete = complete;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  boolean keepsAlive() {
    String connection = headers.getOrDefault("connection", "");
    return complete && !connection.toLowerCase(Locale.ROOT).contains("close");
  }

  boolean isWebPage() {
    String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || (body.length > 0 && body[0] == '<');
  }

  /** Seconds or a date (RFC 9110, 10.2.3); null if the header is missing or unreadable. */
  @Nullable Duration retryAfter() {
    String text = headers.get("retry-after");
    if (text == null) {
      return null;
    }
    try {
      return Duration.ofSeconds(Long.parseLong(text));
    } catch (NumberFormatException ignored) {
      // The other form that the header may have.
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(Instant.now(), at);
    } catch (DateTimeException ignored) {
      // A bad wish of the peer is no wish.
      return null;
    }
  }
}
