package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.identity.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public operation of the client, around none, one or several calls. It sees what the calls
 * cannot: failures without a call, and the SDK's initialization timer, which cancels a call before
 * it fails the operation.
 */
public final class Operation {
  private final Calls calls;
  private final Connection connection;
  private final Invocation invocation;
  private final @Nullable Identity identity;
  private final List<OpenCall> given = new ArrayList<>(0);
  private volatile boolean isCancelled;
  private volatile boolean isTold;

  Operation(
      Calls calls, Connection connection, Invocation invocation, @Nullable Identity identity) {
    this.calls = calls;
    this.connection = connection;
    this.invocation = invocation;
    this.identity = identity;
  }

  /** A call of it: made for the same one, whatever thread makes it. */
  public void belongs(OpenCall call) {
    if (identity != null) {
      call.isFor(identity);
    }
  }

  /** The caller cancels the operation; its calls hear of it after this. */
  public void cancelled() {
    isCancelled = true;
  }

  /** Whether the caller cancelled it. */
  public boolean isCancelled() {
    return isCancelled;
  }

  /** A call of it was cancelled, though nobody cancelled the operation: its end will say why. */
  public void adopt(OpenCall call) {
    synchronized (given) {
      given.add(call);
    }
  }

  /**
   * A call of it is about to report its failure, which is the operation's too. The SDK's two timers
   * may fire almost at once, with a throwable each.
   */
  public void callFailed() {
    isTold = true;
  }

  /** The operation went well. */
  public void succeeded() {
    for (OpenCall call : drain()) {
      call.cancelled(false);
    }
  }

  /** The operation failed; a failure that one of its calls reported is not reported again. */
  public void failed(Throwable throwable, @Nullable PeerError peer) {
    for (OpenCall call : drain()) {
      call.threw(throwable, peer);
    }
    if (!isTold && !connection.isReported(throwable)) {
      OpenCall none = calls.begin(Role.CLIENT_SENDS, connection, invocation);
      belongs(none);
      none.threw(throwable, peer);
    }
  }

  private List<OpenCall> drain() {
    synchronized (given) {
      if (given.isEmpty()) {
        return List.of();
      }
      List<OpenCall> all = List.copyOf(given);
      given.clear();
      return all;
    }
  }
}
