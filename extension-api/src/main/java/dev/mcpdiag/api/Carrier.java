package dev.mcpdiag.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as a map of JDK types, to cross from the agent's copy of these classes to the
 * application's copy. Keys are those of the JSON that a server sends and the endpoint shows, so one
 * reader serves all; unknown keys are skipped.
 */
final class Carrier {
  private static final int MAX_TEXT = 500;

  private Carrier() {}

  static Map<String, Object> toMap(Diagnosis diagnosis) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", diagnosis.code());
    map.put("failureType", diagnosis.failureType().text());
    map.put("retryable", diagnosis.isRetryable());
    map.put("retry", diagnosis.retry().text());
    diagnosis.retryAfter().ifPresent(wait -> map.put("retryAfterMs", wait.toMillis()));
    map.put("severity", diagnosis.severity().text());
    map.put("message", diagnosis.message());
    map.put("cta", diagnosis.callToAction());
    map.put("nextSteps", stepMaps(diagnosis.nextSteps()));
    diagnosis.reason().ifPresent(reason -> map.put("reason", reason));
    map.put("confidence", diagnosis.confidence().text());
    map.put("documentation", diagnosis.documentation());
    diagnosis.debugId().ifPresent(id -> map.put("traceId", id));
    return map;
  }

  /** Empty when the map has no code or type that this version can hold. */
  static Optional<Diagnosis> fromMap(Map<?, ?> map) {
    FailureType type = oneOf(FailureType.values(), map.get("failureType"));
    String code = text(map, "code");
    if (type == null || !CodeText.isWellFormed(code)) {
      return Optional.empty();
    }
    Diagnosis.Builder diagnosis =
        Diagnosis.of(code, type)
            .retry(retry(map))
            .nextSteps(steps(map))
            .reason(text(map, "reason"))
            .documentation(text(map, "documentation"))
            .debugId(text(map, "traceId"));
    if (map.get("retryAfterMs") instanceof Number millis) {
      diagnosis.retryAfter(Duration.ofMillis(millis.longValue()));
    }
    Severity severity = oneOf(Severity.values(), map.get("severity"));
    if (severity != null) {
      diagnosis.severity(severity);
    }
    Confidence confidence = oneOf(Confidence.values(), map.get("confidence"));
    if (confidence != null) {
      diagnosis.confidence(confidence);
    }
    if (!text(map, "message").isEmpty()) {
      diagnosis.message(text(map, "message"));
    }
    if (!text(map, "cta").isEmpty()) {
      diagnosis.callToAction(text(map, "cta"));
    }
    return Optional.of(diagnosis.build());
  }

  // What a server sends has the boolean only; the word is between copies of this class.
  private static Retry retry(Map<?, ?> map) {
    Retry said = oneOf(Retry.values(), map.get("retry"));
    if (said != null) {
      return said;
    }
    if (!Boolean.TRUE.equals(map.get("retryable"))) {
      return Retry.NO;
    }
    return map.get("retryAfterMs") instanceof Number ? Retry.AFTER_DELAY : Retry.YES;
  }

  private static List<Map<String, Object>> stepMaps(List<NextStep> steps) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (NextStep step : steps) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("action", step.action());
      map.put("params", step.params());
      maps.add(map);
    }
    return maps;
  }

  private static List<NextStep> steps(Map<?, ?> map) {
    Object said = map.get("nextSteps");
    Object given = said == null ? map.get("alternativeApproaches") : said;
    List<NextStep> steps = new ArrayList<>();
    if (given instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> step && !text(step, "action").isEmpty()) {
          steps.add(new NextStep(text(step, "action"), params(step.get("params"))));
        }
      }
    }
    return steps;
  }

  private static Map<String, Object> params(@Nullable Object value) {
    Map<String, Object> params = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getKey() instanceof String key && entry.getValue() != null) {
          params.put(key, entry.getValue());
        }
      }
    }
    return params;
  }

  // Cut, because a peer may have written it.
  private static String text(Map<?, ?> map, String key) {
    if (!(map.get(key) instanceof String text)) {
      return "";
    }
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  private static <E extends Enum<E>> @Nullable E oneOf(E[] constants, @Nullable Object text) {
    if (text instanceof String name) {
      for (E constant : constants) {
        if (constant.name().equalsIgnoreCase(name)) {
          return constant;
        }
      }
    }
    return null;
  }
}
