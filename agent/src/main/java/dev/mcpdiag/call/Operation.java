package dev.mcpdiag.call;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.identity.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A public operation of the client, around none, one or several calls. It sees what the calls
 * cannot: failures without a call, and the SDK's initialization timer, which cancels a call before
 * it fails the operation.
 */
public final class Operation {
  private final Calls calls;
  private final Connection connection;
  private final Supplier<Invocation> invocation;
  private final @Nullable Identity identity;
  private @Nullable List<OpenCall> given;
  private volatile boolean isCancelled;
  private volatile boolean isTold;

  Operation(
      Calls calls,
      Connection connection,
      Supplier<Invocation> invocation,
      @Nullable Identity identity) {
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
    synchronized (this) {
      if (given == null) {
        given = new ArrayList<>(1);
      }
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
    List<OpenCall> all = drain();
    for (int i = 0; i < all.size(); i++) { // no iterator: nearly always empty, at each operation
      all.get(i).cancelled(false);
    }
  }

  /** The operation failed; a failure that one of its calls reported is not reported again. */
  public void failed(Throwable throwable, @Nullable PeerError peer) {
    for (OpenCall call : drain()) {
      call.threw(throwable, peer);
    }
    if (!isTold && !connection.reported().has(throwable)) {
      OpenCall none = calls.begin(Role.CLIENT_SENDS, connection, invocation.get());
      belongs(none);
      none.threw(throwable, peer);
    }
  }

  private synchronized List<OpenCall> drain() {
    List<OpenCall> all = given == null ? List.of() : given;
    given = null;
    return all;
  }
}
