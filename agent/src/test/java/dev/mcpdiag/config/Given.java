package dev.mcpdiag.config;

import dev.mcpdiag.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user set, and what he is told. */
final class Given {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable String argument;

  Given argument(String text) {
    argument = text;
    return this;
  }

  Given property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Given variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Settings settings() {
    return SettingsReader.read(argument, surroundings(), problems::add);
  }

  OtelSettings otel() {
    return OtelSettingsReader.read(surroundings(), problems::add);
  }

  Surroundings surroundings() {
    return new Surroundings(properties, environment);
  }

  List<String> sentences() {
    return problems.stream().map(Problem::sentence).toList();
  }

  /** What is said where exactly one thing is. */
  String sentence() {
    if (problems.size() != 1) {
      throw new AssertionError("expected one problem, but: " + sentences());
    }
    return problems.get(0).sentence();
  }
}
