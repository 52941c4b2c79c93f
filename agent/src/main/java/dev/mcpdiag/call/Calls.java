package dev.mcpdiag.call;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.StreamAge;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.identity.Identity;
import dev.mcpdiag.telemetry.Bridge;
import dev.mcpdiag.telemetry.CallSpan;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins calls. Any thread, never blocks. */
public final class Calls {
  private final Supplier<Bridge> bridge;
  private final Endings endings;
  private final Identities identities;
  private final SpanNames spanNames;
  private final SdkUse use;

  /** The bridge is asked for at each call: it is made when the first one begins. */
  public Calls(Supplier<Bridge> bridge, Endings endings, Identities identities) {
    this(bridge, endings, identities, new SpanNames(), SdkUse.UNNOTICED);
  }

  private Calls(
      Supplier<Bridge> bridge,
      Endings endings,
      Identities identities,
      SpanNames spanNames,
      SdkUse use) {
    this.bridge = bridge;
    this.endings = endings;
    this.identities = identities;
    this.spanNames = spanNames;
    this.use = use;
  }

  /** The same of one application, which may have a bridge of its own. */
  public Calls of(Supplier<Bridge> other, SdkUse sdk) {
    return new Calls(other, endings, identities, spanNames, sdk);
  }

  SdkUse use() {
    return use;
  }

  /** Begins a call that this JVM sends; its parent is the context of this thread. */
  public OpenCall begin(Role role, Connection connection, Invocation invocation) {
    return begin(role, connection, invocation, Map.of());
  }

  /**
   * Begins a call.
   *
   * @param sender W3C headers that came with it, empty for a call that this JVM sends
   */
  public OpenCall begin(
      Role role, Connection connection, Invocation invocation, Map<String, String> sender) {
    boolean isChatter = invocation.isChatter();
    CallSpan span = isChatter ? null : startSpan(role, invocation, sender);
    OpenCall call = begin(role, connection, invocation, span);
    if (isChatter && !sender.isEmpty()) {
      call.answering().cameWith(sender);
    }
    return call;
  }

  /**
   * Starts the span of a message that this JVM sends, before its call begins: some transports send
   * when they are asked, not when somebody subscribes. One that no call takes is never exported.
   *
   * @return null for chatter
   */
  public @Nullable CallSpan announce(Role role, Invocation invocation) {
    return invocation.isChatter() ? null : startSpan(role, invocation, Map.of());
  }

  /**
   * Begins a call whose span was announced.
   *
   * @param announced null for chatter
   */
  public OpenCall begin(
      Role role, Connection connection, Invocation invocation, @Nullable CallSpan announced) {
    if (role == Role.CLIENT_SENDS && invocation.isHandshake()) {
      connection.connecting();
    }
    OpenCall call = new OpenCall(this, role, connection, invocation, announced);
    Identity identity = role.isAnswering() ? null : identities.current();
    if (identity != null) {
      call.isFor(identity);
    }
    return call;
  }

  /** W3C headers of the context of this thread, for messages that have no span of their own. */
  public Map<String, String> currentHeaders() {
    return bridge.get().currentHeaders();
  }

  CallSpan startSpan(Role role, Invocation invocation, Map<String, String> sender) {
    Bridge b = bridge.get();
    return b.start(spanNames.of(invocation), role.kind(), b.currentContext(), sender);
  }

  /**
   * A public operation of the client begins.
   *
   * @param invocation asked only if the operation fails without a call
   * @param identity for whom, null if nobody said so
   */
  public Operation operation(
      Connection connection, Supplier<Invocation> invocation, @Nullable Identity identity) {
    return new Operation(this, connection, invocation, identity);
  }

  /** For whom threads work. */
  public Identities identities() {
    return identities;
  }

  Endings endings() {
    return endings;
  }

  /** What this JVM learned from earlier calls. */
  public History history() {
    return endings.history();
  }

  /** How the event streams of this connection end, compared with those of its server before. */
  public StreamAge.Usual streamEnds(Connection connection) {
    return new StreamEnds(connection, endings.history());
  }

  /** What was said of throwables that reached the application. */
  public KnownDiagnoses known() {
    return endings.known();
  }

  /** The request for a long-lived stream was answered; the SDK may go on without it. */
  public void streamAnswered(Connection connection, Facts facts) {
    if (facts.haveTrouble()) {
      OpenCall asked = OpenCall.ofStream(this, connection, facts);
      endings.answered(asked);
    }
  }

  /**
   * The SDK itself answered with what its peer should not see, the same way each time: told once
   * for a server.
   */
  public void leaked(Connection connection, String vector) {
    if (connection.isFirstLeak(vector)) {
      OpenCall none = OpenCall.outside(this, Role.SERVER_ANSWERS, connection, Phase.HANDLER);
      endings.leaked(none, vector);
    }
  }
}
