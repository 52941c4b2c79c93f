package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Client and server in two JVMs, each with the agent: one trace, and each side's own codes. */
class TogetherIT {
  private static final Pattern ANSWERED =
      Pattern.compile("elicitation-(accept|decline|cancel)\\tok");

  @TestFactory
  List<DynamicNode> tellOneStory() throws IOException {
    List<DynamicNode> tests = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      for (ServerWire wire : List.of(ServerWire.STDIO, ServerWire.SSE, ServerWire.STREAMABLE)) {
        if (wire.isIn(version)) {
          TogetherRun run = TogetherRun.of(version, wire, LabSettings.agentJar());
          tests.add(
              dynamicContainer(
                  version + " " + wire.text(), tests(run, !TogetherRun.isEliciting(version))));
        }
      }
    }
    return tests;
  }

  private static List<DynamicTest> tests(TogetherRun run, boolean isOld) {
    return List.of(
        dynamicTest(
            "every call that is sent has its span at the other side, and only one",
            () -> assertEquals(List.of(), strayCalls(run), run::story)),
        dynamicTest(
            "a user may accept, decline or cancel",
            () ->
                assertEquals(
                    isOld ? 0 : 3,
                    run.outcomes().lines().filter(ANSWERED.asMatchPredicate()).count(),
                    run::story)),
        dynamicTest(
            "each side names its failures",
            () -> assertEquals(expected(isOld), failures(run), run::story)),
        dynamicTest(
            "every kind of notification is seen where it comes in",
            () -> assertEquals(NEWS, news(run), run::story)),
        dynamicTest(
            "what a notification's listener throws is told in the sender's trace",
            () -> assertEquals(List.of(), untraced(run), run::story)));
  }

  /** Sent and received alike; the three other visits of a client initialize too. */
  private static final Map<String, Long> NEWS =
      new java.util.TreeMap<>(
          Map.of(
              "notifications/initialized", 4L,
              "notifications/message", 2L,
              "notifications/prompts/list_changed", 2L,
              "notifications/roots/list_changed", 2L,
              "notifications/tools/list_changed", 2L));

  private static Map<String, Long> news(TogetherRun run) {
    return run.spans().stream()
        .filter(span -> span.kind().equals("SERVER") && span.name().startsWith("notifications/"))
        .collect(
            Collectors.groupingBy(OtlpSpan::name, java.util.TreeMap::new, Collectors.counting()));
  }

  /** Failures of listeners that are in the wrong phase, or in no trace of the other JVM. */
  private static List<String> untraced(TogetherRun run) {
    return run.failures().stream()
        .filter(event -> event.text("mcp.method.name").startsWith("notifications/"))
        .filter(
            event ->
                !event.text("mcpdiag.phase").equals("handler")
                    || run.spans().stream()
                            .filter(span -> span.traceId().equals(event.traceId()))
                            .map(TogetherIT::service)
                            .distinct()
                            .count()
                        < 2)
        .map(event -> event.text("mcp.method.name") + " " + event.text("mcpdiag.phase"))
        .toList();
  }

  /** Requests and notifications, both ways: one SERVER span under each CLIENT span. */
  private static List<String> strayCalls(TogetherRun run) {
    Map<String, List<OtlpSpan>> byParent =
        run.spans().stream().collect(Collectors.groupingBy(OtlpSpan::parentSpanId));
    List<String> strays = new ArrayList<>();
    for (OtlpSpan span : run.spans()) {
      boolean isJoined = !span.name().startsWith("initialize"); // which carries no trace context
      if (span.kind().equals("CLIENT") && isJoined && span.status().equals("UNSET")) {
        List<OtlpSpan> answers =
            byParent.getOrDefault(span.spanId(), List.of()).stream()
                .filter(other -> other.kind().equals("SERVER"))
                .toList();
        boolean isRight =
            answers.size() == 1
                && answers.get(0).traceId().equals(span.traceId())
                && answers.get(0).name().equals(span.name())
                && !service(answers.get(0)).equals(service(span));
        if (!isRight) {
          strays.add(span.name() + " -> " + answers);
        }
      }
    }
    return strays;
  }

  private static String service(OtlpSpan span) {
    return String.valueOf(span.resource().get("service.name"));
  }

  private static Map<String, Long> failures(TogetherRun run) {
    return run.failures().stream()
        .collect(
            Collectors.groupingBy(
                event ->
                    event.text("mcpdiag.side")
                        + " "
                        + event.text("mcp.method.name")
                        + " "
                        + event.text("gen_ai.tool.name")
                        + " "
                        + event.text("mcpdiag.code"),
                java.util.TreeMap::new,
                Collectors.counting()));
  }

  /**
   * Of three visits: the capable client's sampling and one elicitation fail, the plain one has
   * neither, and the last one's user declines. Until 0.13 every error of a handler was -32603.
   */
  static Map<String, Long> expected(boolean isOld) {
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of(
            "client roots/list  MCP_CLIENT_HANDLER_FAILED",
            "client tools/call roots " + (isOld ? "MCP_SERVER_ERROR" : "MCP_METHOD_NOT_FOUND"),
            "client tools/call runtime MCP_SERVER_ERROR",
            "client tools/call runtime MCP_SERVER_ERROR",
            "server roots/list  MCP_CLIENT_CAPABILITY_MISSING",
            "server tools/call roots MCP_METHOD_NOT_FOUND",
            "server tools/call runtime MCP_INTERNAL_ERROR",
            "server tools/call runtime MCP_INTERNAL_ERROR"));
    for (int visit = 0; visit < 2; visit++) { // with blocking listeners, and with others
      all.addAll(
          List.of(
              "client notifications/message  MCP_CLIENT_HANDLER_FAILED",
              "client notifications/tools/list_changed  MCP_CLIENT_HANDLER_FAILED",
              "server notifications/roots/list_changed  MCP_INTERNAL_ERROR"));
    }
    all.addAll(failing("sampling", "sampling/createMessage"));
    all.addAll(unable("sampling"));
    all.addAll(
        List.of(
            "client sampling/createMessage  MCP_USER_DECLINED",
            "server sampling/createMessage  " + (isOld ? "MCP_SERVER_ERROR" : "MCP_USER_DECLINED"),
            "server tools/call sampling MCP_SERVER_ERROR",
            "client tools/call sampling MCP_SERVER_ERROR"));
    if (!isOld) {
      all.addAll(failing("elicitation-fails", "elicitation/create"));
      for (String way : List.of("accept", "decline", "cancel", "fails")) {
        all.addAll(unable("elicitation-" + way));
      }
    }
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Function.identity(), java.util.TreeMap::new, Collectors.counting()));
  }

  /** The client's handler throws, so the tool that asked fails too. */
  private static List<String> failing(String tool, String method) {
    return List.of(
        "client " + method + "  MCP_CLIENT_HANDLER_FAILED",
        "server " + method + "  MCP_SERVER_ERROR",
        "server tools/call " + tool + " MCP_SERVER_ERROR",
        "client tools/call " + tool + " MCP_SERVER_ERROR");
  }

  /** The client cannot be asked, which the SDK knows. */
  private static List<String> unable(String tool) {
    return List.of(
        "server tools/call " + tool + " MCP_CLIENT_CAPABILITY_MISSING",
        "client tools/call " + tool + " MCP_SERVER_ERROR");
  }
}
