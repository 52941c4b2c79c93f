package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks after what is open, about once a second, on the agent's own thread and once at the end of
 * the JVM, so that no call pays for it: a call that hangs is told of while it does, and so is what
 * broke while no call was open.
 */
public final class Rounds implements Runnable {
  /** Whoever ends a process or a stream on purpose says so before or very soon after. */
  private static final long GRACE_NANOS = 250_000_000;

  /** What every later call runs into, over the transports where that is so. */
  private static final List<FactKind> OF_CONNECTION =
      List.of(
          FactKind.PROCESS_EXIT,
          FactKind.STDIO_UNPARSABLE,
          FactKind.STREAM_ENDED,
          FactKind.CONNECT_ERROR);

  private final Calls calls;
  private final Connections connections;
  private final long hungAfterNanos;
  private final NoticeListener notices;

  /**
   * @param hungAfter age at which an open call is told of, zero for never
   */
  public Rounds(Calls calls, Connections connections, Duration hungAfter, NoticeListener notices) {
    this.calls = calls;
    this.connections = connections;
    this.hungAfterNanos = hungAfter.isZero() ? Long.MAX_VALUE : hungAfter.toNanos();
    this.notices = notices;
  }

  @Override
  public synchronized void run() { // at the end of the JVM another thread makes one more
    long now = System.nanoTime();
    connections.forEach(connection -> visit(connection, now));
  }

  private void visit(Connection connection, long now) {
    for (OpenCall call : connection.openCalls()) {
      if (now - call.startNanos() >= hungAfterNanos) {
        Notice.Hung hung = call.hangs();
        if (hung != null) {
          notices.noticed(hung);
        }
      }
    }
    // One that is not located has no name yet, and asking for it would give it a wrong one.
    if (connection.isLocated() && connection.openCalls().isEmpty()) {
      tellWhatBroke(connection, now);
    }
  }

  private void tellWhatBroke(Connection connection, long now) {
    Noted broken = broken(connection);
    if (broken == null || now - broken.nanos() < GRACE_NANOS) {
      return;
    }
    boolean isKnown = isOnPurpose(connection, broken) || connection.hasFailedSince(broken.nanos());
    if (!isKnown && connection.isNews(broken)) {
      Phase phase = connection.hasAnswered() ? Phase.STREAM : Phase.CONNECT;
      OpenCall none = calls.begin(Role.CLIENT_SENDS, connection, Invocation.outside(phase));
      if (connection.isBackgroundStream(broken)) {
        none.facts().note(FactKind.STREAM_ENDED, broken.value(), broken.chain());
      }
      none.endedWithout();
    }
  }

  /** The first that counts, of the newest life of the connection. */
  private static @Nullable Noted broken(Connection connection) {
    for (FactKind kind : OF_CONNECTION) {
      Noted fact = connection.facts().newest(kind);
      // An attempt that fails later on is the SDK's own, beside a connection that works.
      boolean isOwn = kind == FactKind.CONNECT_ERROR && connection.hasAnswered();
      if (fact != null && !isOwn) {
        return fact;
      }
    }
    Noted cut = connection.streamFacts().newest(FactKind.STREAM_ENDED);
    return cut == null || !cut.isCut() ? null : cut;
  }

  private static boolean isOnPurpose(Connection connection, Noted broken) {
    Noted closing = connection.facts().newest(FactKind.CLOSING);
    return closing != null && closing.nanos() - broken.nanos() < GRACE_NANOS;
  }
}
