package dev.mcpdiag.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.readme.Project;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The references of spans and events list what really goes out, with its types. */
class AttributePagesTest {
  private static final String SPANS = "docs/reference/spans.md";
  private static final String EVENTS = "docs/reference/events.md";
  private static final Speaker SPEAKER = Speaker.of(Resource.empty(), "0");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_.]+)`( \\*)? \\| ([a-z]+(?:\\[])?) \\|");

  @Test
  void spansHaveTheAttributesOfThePage() throws Exception {
    Map<String, String> sent = new TreeMap<>();
    try (Collector collector = new Collector();
        Exporting exporting = Exporting.to(collector)) {
      for (Side side : Side.values()) {
        Bridge bridge = exporting.sdk.bridge();
        Bridge.Kind kind = Bridge.Kind.valueOf(side.name());
        CallSpan span = bridge.start("a call", kind, bridge.currentContext(), Map.of());
        span.failed(CompleteFailures.everything(side, span.ids()), true, -32603);
      }
      assertTrue(
          Exporting.becomes(Duration.ofSeconds(5), () -> collector.spans().size() == 2),
          "the collector got no spans within 5 s");
      collector.spans().forEach(span -> span.getAttributesList().forEach(a -> add(a, sent)));
    }
    assertEquals(sent, rows(Project.text(SPANS), false), SPANS + " differs from what is sent");
  }

  @Test
  void eventsOfFailuresHaveTheAttributesOfThePage() {
    Map<String, String> sent = new TreeMap<>();
    for (Side side : Side.values()) {
      Failure failure = CompleteFailures.everything(side, Failures.ids(1));
      add(FailureEvent.of(failure, 1, SPEAKER).attributes(), sent);
    }
    assertEquals(sent, rows(ofFailures(), false), EVENTS + " differs from what is sent");
  }

  @Test
  void thePageMarksWhatEveryFailureHas() {
    Map<String, String> sent = new TreeMap<>();
    Failure failure = CompleteFailures.nothing(Failures.ids(1));
    add(FailureEvent.of(failure, 1, SPEAKER).attributes(), sent);
    assertEquals(sent, rows(ofFailures(), true), EVENTS + " marks with * what is always there");
  }

  @Test
  void otherEventsHaveTheAttributesOfThePage() {
    Map<String, String> sent = new TreeMap<>();
    Failure failure = CompleteFailures.everything(Side.CLIENT, Failures.ids(1));
    Failure.Ids ids = failure.ids();
    Instant at = failure.at();
    for (Notice notice :
        List.of(
            new Notice.Recovered(
                at, ids, failure.attempt(), failure.diagnosis(), "", failure.findings().evidence()),
            new Notice.StateChanged(
                at,
                Side.CLIENT,
                failure.attempt().peer(),
                ConnectionState.CONNECTED,
                ConnectionState.ERROR,
                ids,
                failure.diagnosis()),
            new Notice.Hung(at, ids, failure.attempt(), failure.findings().evidence()),
            new Notice.Leak(at, ids, failure.attempt(), "error_result"),
            new Notice.Dropped(at, "queue_full", 3))) {
      add(NoticeEvent.of(notice, SPEAKER).attributes(), sent);
    }
    sent.keySet().removeAll(rows(ofFailures(), false).keySet());
    String page = Project.text(EVENTS);
    String others = page.substring(page.indexOf("\n## Attributes of other events"));
    assertEquals(sent, rows(others, false), EVENTS + " differs from what is sent");
  }

  private static String ofFailures() {
    String page = Project.text(EVENTS);
    return page.substring(
        page.indexOf("\n## Attributes of a failure"),
        page.indexOf("\n## Attributes of other events"));
  }

  private static Map<String, String> rows(String page, boolean isAlways) {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      if (!isAlways || row.group(2) != null) {
        rows.put(row.group(1), row.group(3));
      }
    }
    return rows;
  }

  private static void add(Attributes attributes, Map<String, String> to) {
    attributes.forEach(
        (key, value) ->
            to.put(
                key.getKey(),
                switch (key.getType()) {
                  case LONG -> "int";
                  case STRING_ARRAY -> "string[]";
                  default -> key.getType().name().toLowerCase(java.util.Locale.ROOT);
                }));
  }

  private static void add(KeyValue attribute, Map<String, String> to) {
    to.put(
        attribute.getKey(),
        switch (attribute.getValue().getValueCase()) {
          case STRING_VALUE -> "string";
          case INT_VALUE -> "int";
          case DOUBLE_VALUE -> "double";
          case BOOL_VALUE -> "boolean";
          case ARRAY_VALUE -> "string[]";
          default -> "?";
        });
  }
}
