package dev.mcpdiag.evidence;

import dev.mcpdiag.redact.Challenge;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the status line and the headers of an answer show; only allow-listed headers are read. */
final class AnswerFacts {
  /** Programs that stand between client and server, as their Server header begins. */
  private static final String[] INTERMEDIARIES = {
    "cloudflare",
    "squid",
    "haproxy",
    "envoy",
    "varnish",
    "nginx",
    "awselb",
    "akamaighost",
    "cloudfront",
    "zscaler",
    "bluecoat",
    "traefik",
    "istio-envoy",
    "fortigate",
    "mitmproxy"
  };

  /** What answers usually are; a peer could write anything there. */
  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "application/json",
          "application/problem+json",
          "application/octet-stream",
          "application/xml",
          "text/event-stream",
          "text/html",
          "text/plain",
          "text/xml");

  private AnswerFacts() {}

  /** Notes the facts; true for an event stream. */
  static boolean note(HttpResponse.ResponseInfo info, URI asked, Facts facts) {
    return note(info.statusCode(), info.headers(), asked, facts);
  }

  static boolean note(int status, HttpHeaders headers, URI asked, Facts facts) {
    facts.answeredWith(headers);
    String media = mediaType(headers);
    if (media != null) {
      facts.note(FactKind.HTTP_MEDIA_TYPE, media);
    }
    if (status >= 300) {
      refusal(headers, facts);
    }
    if (status >= 300 && status < 400) {
      redirect(headers, asked, facts);
    }
    noteIntermediary(headers, facts);
    facts.note(FactKind.HTTP_STATUS, Integer.toString(status));
    return status < 300 && "text/event-stream".equals(media);
  }

  private static void refusal(HttpHeaders headers, Facts facts) {
    Long delay = retryAfterMillis(headers.firstValue("retry-after").orElse(""), Instant.now());
    if (delay != null) {
      facts.note(FactKind.HTTP_RETRY_AFTER, delay.toString());
    }
    boolean hasLimit =
        headers.map().keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.startsWith("ratelimit") || name.startsWith("x-ratelimit"));
    if (hasLimit) {
      facts.note(FactKind.HTTP_RATE_LIMIT, FactValue.YES);
    }
    headers
        .firstValue("www-authenticate")
        .ifPresent(value -> facts.challengedBy(Challenge.parse(value)));
  }

  private static void redirect(HttpHeaders headers, URI asked, Facts facts) {
    String location = headers.firstValue("location").orElse("");
    String host;
    try {
      host = asked.resolve(location).getHost();
    } catch (IllegalArgumentException e) {
      host = null; // a Location that is no URI points nowhere we know
    }
    boolean isSame = host == null || host.equalsIgnoreCase(asked.getHost());
    facts.note(FactKind.HTTP_REDIRECT, isSame ? FactValue.SAME_HOST : FactValue.OTHER_HOST);
  }

  private static void noteIntermediary(HttpHeaders headers, Facts facts) {
    if (headers.firstValue("via").isPresent()) {
      facts.note(FactKind.HTTP_INTERMEDIARY, "via");
    } else if (headers.firstValue("cf-ray").isPresent()) {
      facts.note(FactKind.HTTP_INTERMEDIARY, "cf-ray");
    } else {
      String server = headers.firstValue("server").orElse("").toLowerCase(Locale.ROOT);
      for (String name : INTERMEDIARIES) {
        if (server.startsWith(name)) {
          facts.note(FactKind.HTTP_INTERMEDIARY, name);
          return;
        }
      }
    }
  }

  private static @Nullable String mediaType(HttpHeaders headers) {
    String type = headers.firstValue("content-type").orElse("");
    int end = type.indexOf(';');
    String media = (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    return media.isEmpty() ? null : MEDIA_TYPES.contains(media) ? media : "other";
  }

  /** Seconds or an HTTP date (RFC 9110, section 10.2.3); null for neither. */
  static @Nullable Long retryAfterMillis(String value, Instant now) {
    String text = value.trim();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Math.max(0, Math.multiplyExact(Long.parseLong(text), 1000L));
    } catch (NumberFormatException | ArithmeticException notSeconds) {
      return millisUntil(text, now);
    }
  }

  private static @Nullable Long millisUntil(String date, Instant now) {
    try {
      Instant when = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Math.max(0, Duration.between(now, when).toMillis());
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
