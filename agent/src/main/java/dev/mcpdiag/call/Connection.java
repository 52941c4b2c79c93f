package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.PeerNames;
import dev.mcpdiag.evidence.Placeholders;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.servers.Link;
import dev.mcpdiag.servers.ServerState;
import dev.mcpdiag.servers.Servers;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One client transport and what is known of its other end. Any thread. Holds nothing of the
 * application but weak references to throwables that were reported already.
 */
public final class Connection implements Link {
  private final Facts facts = new Facts();
  private final Facts streamFacts = new Facts();
  private final Set<OpenCall> open = ConcurrentHashMap.newKeySet();
  private final PeerNames tools = new PeerNames();
  private final PeerNames prompts = new PeerNames();
  private final ReportedThrowables reported = new ReportedThrowables();
  private final StdioState stdio = new StdioState(facts);
  private final PeerIdentity identity;
  private final Set<String> leaks = ConcurrentHashMap.newKeySet();
  private final Servers servers;

  private volatile @Nullable ServerState serverState;
  private volatile boolean isComing;
  private volatile @Nullable String session;
  private volatile @Nullable String sessionHash;
  private volatile @Nullable Duration initTimeout;
  private volatile boolean hasAnswered;
  private volatile long failedNanos;
  private volatile boolean hasSent;
  private long toldNanos; // by the one thread that makes rounds

  Connection(ServerNames serverNames, Servers servers, String fallbackName) {
    this.identity = new PeerIdentity(serverNames, fallbackName);
    this.servers = servers;
  }

  /** Facts of the connection as a whole. */
  public Facts facts() {
    return facts;
  }

  /**
   * Facts of a stream that the connection keeps open. The SSE transport lives by it; the background
   * stream of the streamable transport explains no call.
   */
  public Facts streamFacts() {
    return peer().transport() == Transport.SSE ? facts : streamFacts;
  }

  /** Facts of the call that is open, if it is the only one; else facts that explain nothing. */
  public Facts factsOfOnlyCall() {
    List<OpenCall> calls = List.copyOf(open);
    return calls.size() == 1 ? calls.get(0).facts() : streamFacts;
  }

  /** The open call of this method with this id, or the only one without; null if there is none. */
  public @Nullable OpenCall openCall(String method, @Nullable String id) {
    for (OpenCall call : open) {
      if (call.invocation().method().equals(method) && Objects.equals(call.requestId(), id)) {
        return call;
      }
    }
    return null;
  }

  Set<OpenCall> openCalls() {
    return open;
  }

  /** Whether a call is open that began within this time. */
  boolean hasCallYoungerThan(Duration age) {
    long now = System.nanoTime();
    for (OpenCall call : open) {
      if (now - call.startNanos() < age.toNanos()) {
        return true;
      }
    }
    return false;
  }

  void opened(OpenCall call) {
    open.add(call);
  }

  void ended(OpenCall call) {
    open.remove(call);
  }

  void failed(OpenCall call) {
    failedNanos = System.nanoTime();
    open.remove(call);
  }

  /** Whether a call failed since then: it has told what there was to tell. */
  boolean hasFailedSince(long nanos) {
    return failedNanos != 0 && failedNanos - nanos >= 0;
  }

  /** Something that every call needs is gone, and this was told now for the first time. */
  boolean isNews(Noted broken) {
    boolean isNews = broken.nanos() != toldNanos;
    toldNanos = broken.nanos();
    return isNews;
  }

  /** Whether this is about the stream that the streamable transport can live without. */
  boolean isBackgroundStream(Noted fact) {
    return fact.kind() == FactKind.STREAM_ENDED && streamFacts() != facts;
  }

  /** A request leaves. The headers of the first are looked at: they are the settings'. */
  public void sends(HttpHeaders headers) {
    if (!hasSent) {
      hasSent = true;
      if (Placeholders.areIn(headers)) {
        facts.note(FactKind.CONFIG_PLACEHOLDER, FactValue.HEADERS);
      }
    }
  }

  /** This setting is about to be used. */
  public void isSetTo(String setting, @Nullable String text) {
    if (facts.newest(FactKind.CONFIG_PLACEHOLDER) == null && Placeholders.isIn(text)) {
      facts.note(FactKind.CONFIG_PLACEHOLDER, setting);
    }
  }

  /** The address is none: the name is what can be read of it. */
  public void refusedAt(String text, Transport transport) {
    identity.refusedAt(text, transport);
    isSetTo(FactValue.URL, text);
    facts.note(FactKind.CONFIG_REFUSED, FactValue.URL);
  }

  /** The process of a stdio server. */
  public StdioState stdio() {
    return stdio;
  }

  /** The tools that the server listed. */
  public PeerNames tools() {
    return tools;
  }

  /** The prompts that the server listed. */
  public PeerNames prompts() {
    return prompts;
  }

  /** An HTTP transport sends to this address; the first address stays. */
  public void locatedAt(URI address, Transport transport) {
    if (identity.locatedAt(address, transport) && isComing) {
      serverState().connecting(this);
    }
  }

  /** A stdio transport starts this program; the first one stays. */
  public void startedFrom(String command) {
    identity.startedFrom(command);
  }

  /** This JVM is the server; the name is its own. */
  public void serves(@Nullable String name, Transport transport) {
    identity.serves(name, transport);
  }

  /** The other end as it is known now. */
  @Override
  public Peer peer() {
    return identity.peer();
  }

  /** Whether an address or program is known already: saves asking again at each message. */
  public boolean isLocated() {
    return identity.isLocated();
  }

  /** State of the server that this connection goes to; for a client's connection only. */
  ServerState serverState() {
    ServerState known = serverState;
    if (known == null) {
      known = servers.of(peer().serverName());
      serverState = known;
    }
    return known;
  }

  /** The handshake begins. Where the address is not known yet, the name must wait for it. */
  void connecting() {
    if (isLocated()) {
      serverState().connecting(this);
    } else {
      isComing = true;
    }
  }

  /** The application closes it. */
  public void closed() {
    ServerState known = serverState;
    if (known != null) {
      known.closed(this);
    }
  }

  /** The server answered initialize. */
  public void initialized(@Nullable String info, @Nullable String protocol) {
    identity.said(info, protocol);
    hasAnswered = true;
  }

  /** A message of the server could be read. */
  public void answered() {
    hasAnswered = true;
  }

  /** Whether the server ever sent a readable message on this connection. */
  public boolean hasAnswered() {
    return hasAnswered;
  }

  /** The client's own timer around initialize. */
  public void initializesWithin(Duration timeout) {
    initTimeout = timeout;
  }

  /** Which timer ends this call first, null if none is known. */
  @Nullable Duration timerOf(Invocation invocation) {
    Duration own = invocation.timeout();
    Duration init = initTimeout;
    boolean isInitFirst =
        init != null
            && invocation.phase() == Phase.INIT
            && (own == null || init.compareTo(own) < 0);
    return isInitFirst ? init : own;
  }

  /** Negotiated protocol version, null before initialize. */
  public @Nullable String protocolVersion() {
    return identity.protocolVersion();
  }

  /** The MCP session of the newest request; costs nothing while it stays the same. */
  public void inSession(String sessionId) {
    if (!sessionId.equals(session)) {
      sessionHash = SessionHash.of(sessionId);
      session = sessionId;
    }
  }

  /** First 16 hex digits of the SHA-256 of the session id, null without a session. */
  public @Nullable String sessionHash() {
    return sessionHash;
  }

  /** Whether nothing was let out there before; remembers it. */
  boolean isFirstLeak(String vector) {
    return leaks.add(vector);
  }

  /** Throwables that have their event. */
  ReportedThrowables reported() {
    return reported;
  }
}
