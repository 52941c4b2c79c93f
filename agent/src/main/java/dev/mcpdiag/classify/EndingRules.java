package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.CLOSING;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/** Calls that ended on purpose: our own shutdown or the caller's wish (taxonomy 3.5, step 1). */
final class EndingRules {
  private EndingRules() {}

  static @Nullable Verdict judge(Case failed) {
    return switch (failed.ending()) {
      case CANCELLED_BY_USER -> byUser(failed);
      case CANCELLED_BY_DEADLINE ->
          cancelled(
              "deadline_of_caller", "cancel-deadline", "a timer of the caller ended the call");
      case THROWN -> failed.isAnswering() ? null : whileClosing(failed);
      case REJECTED, ERROR_RESULT -> null; // an answer came, it counts
    };
  }

  private static Verdict byUser(Case failed) {
    if (failed.isAnswering()) {
      return cancelled("disconnect", "cancel-disconnect", "the caller went away during the call");
    }
    return failed.connectionFact(CLOSING) == null
        ? cancelled("user", "cancel-user", "the caller cancelled the call")
        : shutdown();
  }

  private static @Nullable Verdict whileClosing(Case failed) {
    Noted closing = failed.connectionFact(CLOSING);
    if (closing == null) {
      return isInterrupted(failed)
          ? cancelled("user", "cancel-interrupt", "the calling thread was interrupted")
          : null;
    }
    boolean wasOpen = failed.startNanos() <= closing.nanos();
    return wasOpen
        ? shutdown()
        : Verdict.of(
                Codes.NOT_CONNECTED,
                Origin.LOCAL,
                "call-after-close",
                "the application had closed this client before the call")
            .reason("closed");
  }

  private static boolean isInterrupted(Case failed) {
    return failed.chain().has("java.lang.InterruptedException")
        || failed.chain().has("java.util.concurrent.CancellationException");
  }

  private static Verdict shutdown() {
    return cancelled(
        "shutdown", "cancel-shutdown", "the application closed this client during the call");
  }

  private static Verdict cancelled(String reason, String rule, String because) {
    return Verdict.of(Codes.CANCELLED, Origin.USER, rule, because).reason(reason);
  }
}
