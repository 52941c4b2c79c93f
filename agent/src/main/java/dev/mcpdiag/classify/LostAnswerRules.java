package dev.mcpdiag.classify;

import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import java.util.concurrent.TimeUnit;

/**
 * What a client sees of a server that destroys its own answer: SDK servers interrupt the thread of
 * a tool that throws at once, and it closes the connection in the midst of writing the error. It
 * takes no time, comes in good order and without a byte of the answer; a crash rather resets.
 */
final class LostAnswerRules {
  private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private LostAnswerRules() {}

  static boolean isLikely(Case failed, Verdict verdict) {
    boolean isCut =
        verdict.code().equals(Codes.CONNECTION_RESET)
            || verdict.code().equals(Codes.STREAM_INTERRUPTED);
    return isCut
        && failed.transport() == Transport.STREAMABLE_HTTP
        && failed.method().equals("tools/call")
        && failed.chain().has("java.io.EOFException")
        && !failed.facts().has(FactKind.STREAM_FIRST_BYTE)
        && failed.endNanos() - failed.startNanos() < AT_ONCE_NANOS;
  }

  static Verdict named(Verdict verdict) {
    return verdict
        .reason("answer_destroyed")
        .because(
            verdict.because() + ", at once and in good order, as a server destroys its own answer");
  }
}
