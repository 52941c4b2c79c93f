package dev.mcpdiag.telemetry;

/**
 * How sure it is that the tool or prompt of a call exists. Names that a model or a peer made up
 * must not become labels (reference/metrics.md#bounds), and nothing but this tells them from real
 * ones.
 */
public enum TargetProof {
  /** The call succeeded, a handler ran for it, or the server's last list names it. */
  PROVEN,

  /**
   * The call failed, and nothing says whether for want of its target: the client never asked for
   * the list. A server that is down must still show by tool on a dashboard.
   */
  UNSURE,

  /** The answer says that there is none, the list does not name it, or no handler was found. */
  DOUBTED
}
