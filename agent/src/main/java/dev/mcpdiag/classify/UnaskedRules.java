package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.CONNECT_ERROR;
import static dev.mcpdiag.evidence.FactKind.STREAM_ENDED;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/** What a client's connection met while no call was open: only its facts say so. */
final class UnaskedRules {
  private UnaskedRules() {}

  static @Nullable Verdict judge(Case failed) {
    boolean isCall = !failed.method().isEmpty() || failed.side() == Side.SERVER;
    if (isCall || failed.ending() != Case.Ending.THROWN || !failed.chain().isEmpty()) {
      return null;
    }
    Verdict shared =
        switch (failed.transport()) {
          case STDIO -> StdioRules.judge(failed);
          case SSE -> StreamRules.judge(failed);
          default -> null;
        };
    if (shared != null) {
      return shared;
    }
    Noted connect = failed.connection().newest(CONNECT_ERROR);
    return connect != null && connect.chain() != null
        ? NetworkRules.judge(connect.chain(), failed.isHostKnown(), false)
        : backgroundStream(failed);
  }

  private static @Nullable Verdict backgroundStream(Case failed) {
    boolean isCut = failed.facts().has(STREAM_ENDED);
    return isCut && failed.transport() != Transport.STDIO
        ? Verdict.of(
            Codes.STREAM_INTERRUPTED,
            Origin.NETWORK,
            "background-stream-cut",
            "the stream for messages of the server was cut while no call was open")
        : null;
  }
}
