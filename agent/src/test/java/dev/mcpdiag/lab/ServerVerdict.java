package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether a server's telemetry about one request is what it has to be. */
final class ServerVerdict {
  private ServerVerdict() {}

  /** What is wrong, one sentence each; empty if all is right. */
  static List<String> on(ServerCase asked, String mode, ServerRun run) {
    List<String> differences = new ArrayList<>();
    List<OtlpEvent> events = run.failuresOf(asked, mode);
    Expected expected = asked.expected();
    int due = expected == null ? 0 : 1;
    if (events.size() != due) {
      differences.add(due + " events due, seen " + events.size());
    }
    if (expected != null && !events.isEmpty()) {
      differences.addAll(expected.differences(events.get(0)));
    }
    List<OtlpSpan> spans = run.spansOf(asked, mode);
    if (spans.size() != 1) {
      differences.add("1 span due, seen " + spans.size());
    } else {
      span(asked, mode, spans.get(0), differences);
      if (expected != null && !events.isEmpty()) {
        same("span of the event", spans.get(0).spanId(), events.get(0).spanId(), differences);
        same("code on the span", expected.code(), spans.get(0).text("mcpdiag.code"), differences);
      }
    }
    if (asked.isAboutTrace() && !run.answerTo(asked, mode).contains(asked.traceId(mode))) {
      differences.add("the handler does not see its trace: " + run.answerTo(asked, mode));
    }
    if (asked.isTelling() && !run.hasNotified(asked, mode)) {
      differences.add("no notification in its trace");
    }
    return differences;
  }

  private static void span(ServerCase asked, String mode, OtlpSpan span, List<String> differences) {
    same("name", asked.spanName(), span.name(), differences);
    same("kind", "SERVER", span.kind(), differences);
    same("parent", asked.parentSpanId(mode), span.parentSpanId(), differences);
    same("status", asked.isError() ? "ERROR" : "UNSET", span.status(), differences);
    String code = asked.rpcCode() == null ? "" : Objects.toString(asked.rpcCode());
    same("rpc code", code, span.text("rpc.response.status_code"), differences);
    same("method", asked.method(), span.text("mcp.method.name"), differences);
    same("request id", asked.name(), span.text("jsonrpc.request.id"), differences);
  }

  private static void same(String what, String expected, String seen, List<String> differences) {
    if (!expected.equals(seen)) {
      differences.add(what + ": expected " + expected + ", seen " + seen);
    }
  }
}
