package dev.mcpdiag.servers;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.NoticeListener;
import dev.mcpdiag.failure.Peer;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How one server stands, over all connections of its name. What was heard last of any of them
 * counts; but one that begins or ends changes nothing while another is open, and neither does the
 * process of a stdio server, which each connection has for itself.
 */
public final class ServerState {
  /** More changes in a second than this are told as one: a server that flickers says no more. */
  private static final int MOST_TOLD = 10;

  private final String name;
  private final NoticeListener changes;
  private final Set<Link> open = Collections.newSetFromMap(new WeakHashMap<>());
  private volatile ConnectionState state = ConnectionState.DISCONNECTED;
  private volatile long lastSuccessMillis;
  private Instant since = Instant.now();
  private ConnectionState told = ConnectionState.DISCONNECTED;
  private int toldLately;
  private boolean requiresOAuth;
  private @Nullable LastError lastError;
  private @Nullable Peer newest;

  ServerState(String name, NoticeListener changes) {
    this.name = name;
    this.changes = changes;
  }

  /** A connection is on its way. */
  public synchronized void connecting(Link link) {
    if (open.isEmpty()) {
      change(ConnectionState.CONNECTING, link.peer(), null);
    }
  }

  /** A call over it went well. Costs nothing while all is well. */
  public void succeeded(Link link) {
    long now = System.currentTimeMillis();
    if (lastSuccessMillis != now) { // many threads share it: a needless write slows them all
      lastSuccessMillis = now;
    }
    if (state != ConnectionState.CONNECTED) {
      isOpen(link);
    }
  }

  /** The server takes calls over this connection. */
  public synchronized void isOpen(Link link) {
    open.add(link);
    change(ConnectionState.CONNECTED, link.peer(), null);
  }

  /** The application closed it. What was wrong with a server that never let us in stays. */
  public synchronized void closed(Link link) {
    boolean wasOpen = open.remove(link);
    boolean isOver = wasOpen || state != ConnectionState.ERROR;
    if (open.isEmpty() && isOver && state != ConnectionState.AUTH_REQUIRED) {
      change(ConnectionState.DISCONNECTED, link.peer(), null);
    }
  }

  /** A call over it failed, or it failed without a call. */
  public synchronized void failed(Link link, Failure failure) {
    ConnectionState meant = Meaning.of(failure);
    if (!failure.diagnosis().code().equals(Codes.CANCELLED)) {
      lastError = LastError.of(failure);
    }
    requiresOAuth |= meant == ConnectionState.AUTH_REQUIRED;
    if (meant == ConnectionState.CONNECTED) {
      isOpen(link);
      return;
    }
    boolean isGone = failure.attempt().peer().command() != null && meant != null;
    if (isGone) {
      open.remove(link);
    }
    boolean isOwnMatter = isGone || meant == ConnectionState.DISCONNECTED;
    if (meant != null && !(isOwnMatter && !open.isEmpty())) {
      change(meant, link.peer(), failure);
    }
  }

  /** A connection that nobody closed and nobody can use any more has ended too. */
  synchronized void look() {
    Peer peer = newest;
    if (state == ConnectionState.CONNECTED && open.isEmpty() && peer != null) {
      change(ConnectionState.DISCONNECTED, peer, null);
    }
    toldLately = 0;
    if (told != state && peer != null) {
      tell(peer, null);
    }
  }

  private void change(ConnectionState next, Peer peer, @Nullable Failure cause) {
    newest = peer;
    if (next == state) {
      return;
    }
    state = next;
    since = Instant.now();
    if (++toldLately <= MOST_TOLD) {
      tell(peer, cause);
    }
  }

  private void tell(Peer peer, @Nullable Failure failure) {
    Diagnosis cause = failure == null ? null : failure.diagnosis();
    Failure.Ids ids = failure == null ? null : failure.ids();
    changes.noticed(new Notice.StateChanged(since, Side.CLIENT, peer, told, state, ids, cause));
    told = state;
  }

  synchronized ServerStatus status() {
    long success = lastSuccessMillis;
    return new ServerStatus(
        name,
        state,
        requiresOAuth,
        since,
        success == 0 ? null : Instant.ofEpochMilli(success),
        lastError);
  }
}
