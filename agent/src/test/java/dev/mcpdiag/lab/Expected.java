package dev.mcpdiag.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One event that must arrive: attribute values, all of which must be there as written.
 *
 * @param attributes at least code, failure type and retry
 */
record Expected(Map<String, String> attributes) {
  private static final Map<String, String[]> CODES = codes();

  /** The code with its usual type and retry (design/taxonomy.md#codes-and-their-evidence). */
  static Expected code(String code) {
    String[] row = Objects.requireNonNull(CODES.get(code), code + " in expected-codes.txt");
    return new Expected(Map.of())
        .with("mcpdiag.code", code)
        .with("mcpdiag.failure_type", row[1])
        .retry(row[2]);
  }

  Expected type(String failureType) {
    return with("mcpdiag.failure_type", failureType);
  }

  Expected retry(String retry) {
    boolean retryable = List.of("yes", "after_delay", "once").contains(retry);
    return with("mcpdiag.retry", retry).with("mcpdiag.retryable", Boolean.toString(retryable));
  }

  Expected reason(String reason) {
    return with("mcpdiag.reason", reason);
  }

  Expected confidence(String confidence) {
    return with("mcpdiag.confidence", confidence);
  }

  Expected phase(String phase) {
    return with("mcpdiag.phase", phase);
  }

  Expected tool(String tool) {
    return with("gen_ai.tool.name", tool);
  }

  Expected with(String attribute, String value) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(attribute, value);
    return new Expected(more);
  }

  String code() {
    return Objects.requireNonNull(attributes.get("mcpdiag.code"));
  }

  /** What is not as expected, one sentence each; empty if all is. */
  List<String> differences(OtlpEvent event) {
    List<String> differences = new ArrayList<>();
    attributes.forEach(
        (key, value) -> {
          if (!event.text(key).equals(value)) {
            differences.add(key + ": expected " + value + ", seen " + event.text(key));
          }
        });
    return differences;
  }

  private static Map<String, String[]> codes() {
    var file =
        Objects.requireNonNull(
            Expected.class.getResourceAsStream("/expected-codes.txt"), "expected-codes.txt");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(row -> row[0], row -> row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
