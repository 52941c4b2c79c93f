package dev.mcpdiag.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The option table. Reader, {@code --config}, README and tests all read these rows. */
final class Options {
  static final Option<Boolean> ENABLED =
      Option.served("enabled", "true", Shapes.FLAG, "off: the agent does nothing");
  static final Option<Map<String, String>> SERVER_NAMES =
      Option.served(
          "server.names",
          "",
          Shapes.NAMES,
          "display names: `host[:port]=name` or `command=name`, comma separated");
  static final Option<String> TRACE_URL =
      Option.served(
          "trace-url",
          "",
          Shapes.TRACE_URL,
          "e.g. `http://localhost:16686/trace/{traceId}`: printed with each failure");
  static final Option<ConsoleMode> CONSOLE =
      Option.served(
          "console",
          "line",
          Choice.of(ConsoleMode.class, "json", "logger"),
          "what a failure prints on stderr: `block`, `line`, `off`;"
              + " repeats within 10 s are counted, not repeated");
  static final Option<LogLevel> LOG_LEVEL =
      Option.served(
          "log.level",
          "info",
          Choice.of(LogLevel.class),
          "the agent's own log: `debug`, `info`, `warn`, `error`, `off`");
  static final Option<String> LOG_FILE =
      Option.served("log.file", "", Shapes.TEXT, "a file for that log instead of stderr");
  static final Option<TelemetryOwner> TELEMETRY =
      Option.served(
          "telemetry",
          "auto",
          Choice.of(TelemetryOwner.class),
          "who owns spans and events: `auto`, `own`, `app`, `off`");
  static final Option<Boolean> PROPAGATION =
      Option.served("propagation", "true", Shapes.FLAG, "W3C context in `params._meta`");
  static final Option<Boolean> CLIENT =
      Option.served(
          "instrumentation.client.enabled", "true", Shapes.FLAG, "calls that this JVM sends");
  static final Option<Boolean> SERVER =
      Option.served(
          "instrumentation.server.enabled", "true", Shapes.FLAG, "calls that this JVM answers");
  static final Option<Boolean> HTTP =
      Option.served(
          "instrumentation.http.enabled", "true", Shapes.FLAG, "facts of the HTTP transports");
  static final Option<Boolean> STDIO =
      Option.served(
          "instrumentation.stdio.enabled", "true", Shapes.FLAG, "facts of the stdio transports");
  static final Option<ArgumentCapture> CAPTURE_ARGUMENTS =
      Option.served(
          "capture.arguments",
          "names",
          Choice.of(ArgumentCapture.class, "values"),
          "what is kept of a call's arguments: `off`, `names`");
  static final Option<List<String>> REDACT_KEYS =
      Option.served("redact.keys", "", Shapes.LIST, "more names to redact, comma separated");
  static final Option<List<String>> REDACT_PATTERNS =
      Option.served(
          "redact.patterns",
          "",
          Shapes.PATTERNS,
          "more regular expressions to redact, comma separated");
  static final Option<List<String>> EXTENSIONS =
      Option.served(
          "extensions",
          "",
          Shapes.LIST,
          "jars or folders of jars with classifiers, comma separated");
  static final Option<Duration> CLASSIFIER_TIMEOUT =
      Option.served(
          "classifier.timeout",
          "20ms",
          Quantity.DURATION,
          "how long a call waits for custom classifiers, and each of them may take");
  static final Option<String> RULES_FILE =
      Option.served(
          "rules.file", "", Shapes.TEXT, "a JSON file with classification rules, instead of code");
  static final Option<Boolean> IDENTITY_ENABLED =
      Option.served(
          "identity.enabled",
          "false",
          Shapes.FLAG,
          "events say for whom a call was made (`user.hash`, `gen_ai.conversation.id`), as far as"
              + " `McpDiagnostics.identity` told");
  static final Option<Boolean> IDENTITY_RAW =
      Option.served(
          "identity.raw",
          "false",
          Shapes.FLAG,
          "in the application's own words, not as a keyed hash");
  static final Option<String> IDENTITY_KEY_FILE =
      Option.served(
          "identity.key-file",
          "",
          Shapes.TEXT,
          "the key of the hash, made if it is not there; without one, hashes hold for one run");
  static final Option<Duration> HUNG_AFTER =
      Option.served(
          "hung-after",
          "10s",
          Quantity.DURATION,
          "an open call older than this gets an event `mcpdiag.hung` before it ends; `0s`: never");
  static final Option<String> CONFIG_FILE =
      Option.served(
          "config.file", "", Shapes.TEXT, "a properties file (UTF-8) with options of this table");

  private static final String CTA_URL = Option.PREFIX + "cta-url.";

  private static final Map<String, Option<?>> BY_KEY = table();

  private Options() {}

  /** All rows by key, in the order in which they are shown. */
  static Map<String, Option<?>> byKey() {
    return BY_KEY;
  }

  static @Nullable Option<?> named(String key) {
    Option<?> option = BY_KEY.get(key);
    return option == null && key.startsWith(CTA_URL) ? ctaUrl(key) : option;
  }

  /** The one key with a part that varies: a call to action. */
  private static Option<?> ctaUrl(String key) {
    return Option.later(key.substring(Option.PREFIX.length()), "", Shapes.TEXT, "where it leads");
  }

  private static Map<String, Option<?>> table() {
    Map<String, Option<?>> rows = new LinkedHashMap<>();
    for (Option<?> row :
        Arrays.asList(
            ENABLED,
            SERVER_NAMES,
            TRACE_URL,
            CONSOLE,
            LOG_LEVEL,
            LOG_FILE,
            TELEMETRY,
            PROPAGATION,
            CLIENT,
            SERVER,
            HTTP,
            STDIO,
            CAPTURE_ARGUMENTS,
            REDACT_KEYS,
            REDACT_PATTERNS,
            EXTENSIONS,
            CLASSIFIER_TIMEOUT,
            RULES_FILE,
            IDENTITY_ENABLED,
            IDENTITY_RAW,
            IDENTITY_KEY_FILE,
            HUNG_AFTER,
            CONFIG_FILE)) {
      rows.put(row.key(), row);
    }
    for (Option<?> row : notYet()) {
      rows.put(row.key(), row);
    }
    return Collections.unmodifiableMap(rows);
  }

  /**
   * Keys for later (reference/options.md#not-in-this-version); a row moves up when it is served.
   */
  private static List<Option<?>> notYet() {
    Shape<Integer> port = Quantity.wholeNumber(0, 65_535);
    Shape<Integer> capacity = Quantity.wholeNumber(1, 1_000_000);
    return Arrays.asList(
        Option.later("server.contacts", "", Shapes.NAMES, "who owns a server"),
        Option.later("docs-url", "", Shapes.TEXT, "base address of the pages about codes"),
        Option.later("console.timestamps", "false", Shapes.FLAG, "a time in front of each line"),
        Option.later("mdc", "true", Shapes.FLAG, "ids in the MDC of the application's logging"),
        Option.later("respond", "meta", Shapes.TEXT, "what is added to a failed answer"),
        Option.later("respond.rules", "", Shapes.LIST, "other values for some servers or tools"),
        Option.later("respond.standard-codes", "false", Shapes.FLAG, "JSON-RPC number of a cause"),
        Option.later("exceptions", "true", Shapes.FLAG, "the diagnosis as a suppressed line"),
        Option.later("mask.keep", "", Shapes.LIST, "classes whose texts are meant for callers"),
        Option.later("mask-internal-errors", "false", Shapes.FLAG, "safe text for the peer"),
        Option.later("capture.stderr", "console", Shapes.TEXT, "last words of a stdio server"),
        Option.later("identity.sources", "api", Shapes.LIST, "who is asked for an identity"),
        Option.later("identity.keys.user", "", Shapes.LIST, "key names of the user"),
        Option.later(
            "identity.keys.conversation", "", Shapes.LIST, "key names of the conversation"),
        Option.later("store.capacity", "2000", capacity, "events in memory"),
        Option.later("store.path", "", Shapes.TEXT, "durable store"),
        Option.later("store.ttl", "14d", Quantity.DURATION, "age at which events are dropped"),
        Option.later("store.max-size", "64MiB", Quantity.BYTES, "size of the durable store"),
        Option.later("http.enabled", "false", Shapes.FLAG, "the diagnostics endpoint and page"),
        Option.later("http.host", "127.0.0.1", Shapes.TEXT, "its address"),
        Option.later("http.port", "4320", port, "its port"),
        Option.later("http.token-file", "", Shapes.TEXT, "who may read"),
        Option.later("http.access-file", "", Shapes.TEXT, "who may read what"),
        Option.later("http.key-store", "", Shapes.TEXT, "PKCS12 for TLS"),
        Option.later("http.user-header", "", Shapes.TEXT, "take the user from it"),
        Option.later("http.trusted-proxies", "", Shapes.LIST, "from these addresses only"));
  }
}
