package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Execution;
import dev.mcpdiag.failure.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as listeners are told of it. */
final class CallRecord {
  private static final int MAX_EVIDENCE = 16;

  private CallRecord() {}

  static Attempt attempt(OpenCall call, @Nullable String errorType) {
    return attempt(call, errorType, null);
  }

  static Attempt attempt(OpenCall call, @Nullable String errorType, @Nullable Phase phase) {
    Invocation invocation = call.invocation();
    Connection connection = call.connection();
    return new Attempt(
        call.role().side(),
        phase == null ? call.phase() : phase,
        connection.peer(),
        invocation.request(),
        new Message(call.requestId(), call.sessionHash(), connection.protocolVersion()),
        new Execution(
            Duration.ofNanos(System.nanoTime() - call.startNanos()),
            connection.timerOf(invocation),
            errorType),
        null);
  }

  /** Own facts and those of the connection in the order they were seen, the newest kept. */
  static List<String> evidence(List<Noted> ofConnection, List<Noted> ofCall, long endNanos) {
    List<Noted> all = new ArrayList<>(ofConnection);
    all.addAll(ofCall);
    all.sort((a, b) -> Long.compare(a.nanos() - endNanos, b.nanos() - endNanos));
    List<String> texts = new ArrayList<>();
    for (Noted fact : all.subList(Math.max(0, all.size() - MAX_EVIDENCE), all.size())) {
      texts.add(fact.toText(endNanos));
    }
    return List.copyOf(texts);
  }
}
