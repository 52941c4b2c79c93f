package dev.mcpdiag.call;

import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import java.time.Duration;

/**
 * Looks after what is open, about once a second and on the agent's own thread, so that no call pays
 * for it: a call that hangs is told of while it does.
 */
public final class Rounds implements Runnable {
  private final Connections connections;
  private final long hungAfterNanos;
  private final NoticeListener notices;

  /**
   * @param hungAfter age at which an open call is told of, zero for never
   */
  public Rounds(Connections connections, Duration hungAfter, NoticeListener notices) {
    this.connections = connections;
    this.hungAfterNanos = hungAfter.isZero() ? Long.MAX_VALUE : hungAfter.toNanos();
    this.notices = notices;
  }

  @Override
  public void run() {
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
  }
}
