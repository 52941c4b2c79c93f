package dev.mcpdiag.failure;

import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import org.jspecify.annotations.Nullable;

/**
 * What was tried: the call as both spans and events describe it.
 *
 * @param who for whom, null where nobody said so or nothing may be exported
 */
public record Attempt(
    Side side,
    Phase phase,
    Peer peer,
    Request request,
    Message message,
    Execution execution,
    @Nullable Who who) {

  /** The same, made for somebody. */
  public Attempt madeFor(@Nullable Who somebody) {
    return somebody == null
        ? this
        : new Attempt(side, phase, peer, request, message, execution, somebody);
  }
}
