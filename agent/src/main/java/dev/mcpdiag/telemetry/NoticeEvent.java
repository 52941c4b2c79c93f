package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Peer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log record of a notice (reference/events.md#attributes-of-other-events). */
final class NoticeEvent implements Notice.Reader<EventData> {
  private final EventAttributes to = new EventAttributes();
  private final Speaker speaker;

  private NoticeEvent(Speaker speaker) {
    this.speaker = speaker;
  }

  static EventData of(Notice notice, Speaker speaker) {
    return notice.read(new NoticeEvent(speaker));
  }

  @Override
  public EventData recovered(Notice.Recovered healed) {
    call(healed.attempt(), to);
    diagnosed(healed.diagnosis(), to);
    to.text(Names.BECAUSE, healed.because());
    evidence(healed.evidence(), to);
    String body = "The SDK got over a problem by itself: " + healed.diagnosis().code() + ".";
    return event(Names.RECOVERED_EVENT, healed, healed.ids(), Severity.INFO, body);
  }

  @Override
  public EventData hung(Notice.Hung hung) {
    call(hung.attempt(), to);
    to.decimal(Names.ELAPSED_MS, hung.attempt().execution().elapsed().toNanos() / 1e6);
    if (hung.attempt().execution().timeout() != null) {
      to.number(Names.TIMEOUT_MS, hung.attempt().execution().timeout().toMillis());
    }
    evidence(hung.evidence(), to);
    String body = "A call is open for " + hung.attempt().execution().elapsed().toSeconds() + " s.";
    return event(Names.HUNG_EVENT, hung, hung.ids(), Severity.WARN, body);
  }

  @Override
  public EventData leak(Notice.Leak leak) {
    call(leak.attempt(), to);
    to.text(Names.LEAK_VECTOR, leak.vector());
    String body = "The application tells its peer a secret (" + leak.vector() + ").";
    return event(Names.LEAK_EVENT, leak, leak.ids(), Severity.WARN, body);
  }

  @Override
  public EventData dropped(Notice.Dropped dropped) {
    to.text(Names.DROPPED_REASON, dropped.reason());
    to.number(Names.DROPPED_COUNT, dropped.count());
    String body = dropped.count() + " events were lost (" + dropped.reason() + ").";
    return event(Names.DROPPED_EVENT, dropped, null, Severity.WARN, body);
  }

  @Override
  public EventData stateChanged(Notice.StateChanged changed) {
    Peer peer = changed.peer();
    to.text(Names.STATE, changed.state().text());
    to.text(Names.STATE_PREVIOUS, changed.previous().text());
    to.text(Names.SIDE, changed.side().text());
    to.text(Names.NETWORK_TRANSPORT, peer.networkTransport());
    CallAttributes.text(to, Names.SERVER_ADDRESS, peer.address());
    CallAttributes.number(to, Names.SERVER_PORT, peer.port());
    server(peer, to);
    Diagnosis cause = changed.cause();
    if (cause != null) {
      diagnosed(cause, to);
    }
    String body = "The connection is " + changed.state().text().replace('_', ' ') + ".";
    Severity severity = cause == null ? Severity.INFO : Severity.WARN;
    return event(Names.STATE_EVENT, changed, changed.ids(), severity, body);
  }

  private static void call(Attempt attempt, EventAttributes to) {
    CallAttributes.ofBoth(attempt, to);
    CallAttributes.who(attempt, to);
    to.text(Names.PHASE, attempt.phase().text());
    to.text(Names.SIDE, attempt.side().text());
    server(attempt.peer(), to);
  }

  private static void server(Peer peer, EventAttributes to) {
    to.text(Names.SERVER_NAME, peer.serverName());
    CallAttributes.text(to, Names.SERVER_INFO, peer.serverInfo());
  }

  private static void diagnosed(Diagnosis diagnosis, EventAttributes to) {
    to.text(Names.CODE, diagnosis.code());
    to.text(Names.FAILURE_TYPE, diagnosis.failureType().text());
    to.text(Names.CONFIDENCE, diagnosis.confidence().text());
    CallAttributes.text(to, Names.REASON, diagnosis.reason().orElse(null));
    CallAttributes.text(to, Names.DOCUMENTATION, diagnosis.documentation());
  }

  private static void evidence(List<String> evidence, EventAttributes to) {
    if (!evidence.isEmpty()) {
      to.texts(Names.EVIDENCE, evidence);
    }
  }

  private EventData event(
      String name, Notice notice, Failure.@Nullable Ids ids, Severity severity, String body) {
    String word = severity == Severity.INFO ? "info" : "warning";
    to.text(Names.SEVERITY, word);
    if (ids != null) {
      to.text(Names.TRACE_ID, ids.traceId());
    }
    SpanContext span = ids == null ? SpanContext.getInvalid() : EventAttributes.spanOf(ids);
    Attributes attributes = to.build();
    return new EventData(
        name, EventAttributes.nanos(notice.at()), span, severity, word, body, attributes, speaker);
  }
}
