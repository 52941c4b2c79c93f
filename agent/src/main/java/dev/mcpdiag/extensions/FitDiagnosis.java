package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.catalogue.Catalogue;
import dev.mcpdiag.catalogue.PlainText;
import dev.mcpdiag.redact.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a diagnosis of somebody else fit to be told: its code is allowed, its text holds no secret,
 * nothing in it is long or of a class of theirs.
 */
final class FitDiagnosis {
  private static final String OURS = "MCP_";
  private static final int MAX_CHARS = 500;
  private static final int MAX_WORD_CHARS = 63;
  private static final int MAX_ITEMS = 20;
  private static final int MAX_DEPTH = 4;
  private static final String HIDDEN = "[redacted]";

  private final Redactor redactor;

  FitDiagnosis(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Whether others may use this code: codes like ours must be ours. */
  static boolean isAllowed(String code) {
    return !code.startsWith(OURS) || Catalogue.find(code).isPresent();
  }

  /** What code of an extension threw, scrubbed and cut. */
  ExtensionFault described(Throwable thrown) {
    return ExtensionFault.of(thrown, redactor);
  }

  /** The same, scrubbed and cut. */
  Diagnosis of(Diagnosis said) {
    Diagnosis.Builder fit =
        said.toBuilder()
            .callToAction(text(said.callToAction(), MAX_WORD_CHARS))
            .reason(text(said.reason().orElse(""), MAX_WORD_CHARS))
            .documentation(text(said.documentation(), MAX_CHARS))
            .nextSteps(steps(said.nextSteps()))
            .debugId("");
    String message = text(said.message(), MAX_CHARS);
    return (message.isBlank() ? fit : fit.message(message)).build();
  }

  private String text(String raw, int maxChars) {
    String scrubbed = redactor.text(raw, maxChars);
    String line = PlainText.oneLine(scrubbed, maxChars);
    return line.length() > maxChars ? line.substring(0, maxChars) : line;
  }

  private List<NextStep> steps(List<NextStep> said) {
    List<NextStep> steps = new ArrayList<>();
    for (NextStep step : said.subList(0, Math.min(said.size(), MAX_ITEMS))) {
      steps.add(new NextStep(text(step.action(), MAX_WORD_CHARS), map(step.params(), 0)));
    }
    return steps;
  }

  private Map<String, Object> map(Map<?, ?> said, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : said.entrySet()) {
      boolean isSecret = entry.getKey() instanceof String name && redactor.isSecretName(name);
      Object value = isSecret ? HIDDEN : value(entry.getValue(), depth + 1);
      if (map.size() < MAX_ITEMS && entry.getKey() instanceof String key && value != null) {
        map.put(text(key, MAX_WORD_CHARS), value);
      }
    }
    return map;
  }

  /** Null for what is no JSON value: an object of theirs must not outlive this. */
  private @Nullable Object value(@Nullable Object said, int depth) {
    if (said instanceof String string) {
      return text(string, MAX_CHARS);
    }
    if (said instanceof Boolean || said instanceof Integer || said instanceof Long) {
      return said;
    }
    if (said instanceof Number number) {
      return number.doubleValue();
    }
    if (depth < MAX_DEPTH && said instanceof Map<?, ?> inner) {
      return map(inner, depth);
    }
    if (depth < MAX_DEPTH && said instanceof Collection<?> items) {
      List<Object> list = new ArrayList<>();
      for (Object item : items) {
        Object fit = value(item, depth + 1);
        if (list.size() < MAX_ITEMS && fit != null) {
          list.add(fit);
        }
      }
      return list;
    }
    return null;
  }
}
