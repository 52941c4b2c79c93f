package dev.mcpdiag.house;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * Which part may import which (design/architecture.md#packages): data flows one way, and nobody
 * imports what is wired above it. A new part gets a row here; a row names no more than what is
 * used.
 */
final class ImportTable {
  /**
   * Of our own packages, as the class files show it: {@code classify} also takes the names of codes
   * from {@code catalogue}, which the compiler copies.
   */
  static final Map<String, Set<String>> PARTS =
      Map.ofEntries(
          entry("api", Set.of()),
          entry("problem", Set.of()),
          entry("catalogue", Set.of("api")),
          entry("redact", Set.of("catalogue")),
          entry("config", Set.of("problem")),
          entry("failure", Set.of("api")),
          entry("evidence", Set.of("catalogue", "redact")),
          entry("classify", Set.of("api", "evidence", "failure", "redact")),
          entry("servers", Set.of("api", "failure")),
          entry("jmx", Set.of("failure", "servers")),
          entry("identity", Set.of("failure", "problem")),
          entry("telemetry", Set.of("api", "catalogue", "failure", "problem")),
          entry("console", Set.of("api", "config", "failure", "problem")),
          entry(
              "call",
              Set.of(
                  "api",
                  "catalogue",
                  "classify",
                  "evidence",
                  "failure",
                  "identity",
                  "redact",
                  "servers",
                  "telemetry")),
          entry(
              "sdk",
              Set.of("api", "call", "evidence", "failure", "identity", "redact", "telemetry")),
          entry(
              "extensions",
              Set.of(
                  "api",
                  "call",
                  "catalogue",
                  "classify",
                  "config",
                  "evidence",
                  "failure",
                  "problem",
                  "redact")),
          entry("weave", Set.of()),
          entry("hook", Set.of("problem", "weave")),
          entry("gate", Set.of()),
          entry(
              "engine",
              Set.of(
                  "api",
                  "call",
                  "catalogue",
                  "classify",
                  "config",
                  "console",
                  "extensions",
                  "failure",
                  "hook",
                  "identity",
                  "jmx",
                  "problem",
                  "redact",
                  "servers",
                  "telemetry",
                  "weave")));

  /** Of other people's, by the start of the package name; nobody else may name them. */
  static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "catalogue", Set.of("com.fasterxml.jackson.core."),
          "evidence", Set.of("com.fasterxml.jackson.core."),
          "extensions", Set.of("com.fasterxml.jackson.core."),
          "telemetry", Set.of("io.opentelemetry.", "okhttp3.", "okio."),
          "identity", Set.of("javax.crypto."),
          "jmx", Set.of("javax.management."),
          "weave", Set.of("net.bytebuddy.jar.asm."),
          "sdk",
              Set.of(
                  "io.modelcontextprotocol.",
                  "org.reactivestreams.",
                  "org.springframework.",
                  "reactor."));

  private ImportTable() {}
}
