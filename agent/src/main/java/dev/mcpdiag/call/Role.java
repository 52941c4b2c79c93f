package dev.mcpdiag.call;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.telemetry.Bridge;

/** Which part this JVM plays in a call: both sides send requests, and both answer them. */
public enum Role {
  /** A client calls its server. */
  CLIENT_SENDS(Side.CLIENT, Bridge.Kind.CLIENT),
  /** A client answers its server: sampling, elicitation, roots. */
  CLIENT_ANSWERS(Side.CLIENT, Bridge.Kind.SERVER),
  /** A server calls its client. */
  SERVER_SENDS(Side.SERVER, Bridge.Kind.CLIENT),
  /** A server answers its client. */
  SERVER_ANSWERS(Side.SERVER, Bridge.Kind.SERVER);

  private final Side side;
  private final Bridge.Kind kind;

  Role(Side side, Bridge.Kind kind) {
    this.side = side;
    this.kind = kind;
  }

  /** Which side of the connection this JVM is. */
  public Side side() {
    return side;
  }

  /** Kind of the span: client for the sender of a request, server for the one who answers. */
  Bridge.Kind kind() {
    return kind;
  }

  /** Whether this JVM answers the call. */
  public boolean isAnswering() {
    return kind == Bridge.Kind.SERVER;
  }
}
