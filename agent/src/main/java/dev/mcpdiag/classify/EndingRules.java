package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.CLOSING;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Calls that ended on purpose: our own shutdown or the caller's wish
 * (design/taxonomy.md#precedence, step 1).
 */
final class EndingRules {
  private EndingRules() {}

  static @Nullable Verdict judge(Case failed) {
    return switch (failed.ending()) {
      case CANCELLED_BY_USER -> byUser(failed);
      case CANCELLED_BY_DEADLINE ->
          cancelled(
              "deadline_of_caller", "cancel-deadline", "a timer of the caller ended the call");
      case THROWN -> failed.isAnswering() ? whileServerCloses(failed) : whileClosing(failed);
      case REJECTED, ERROR_RESULT, SILENT -> null; // an answer came, it counts
    };
  }

  private static Verdict byUser(Case failed) {
    Noted closing = failed.connection().newest(CLOSING);
    if (closing != null) {
      return shutdown(failed, closing);
    }
    return failed.isAnswering()
        ? cancelled("disconnect", "cancel-disconnect", "the caller went away during the call")
        : cancelled("user", "cancel-user", "the caller cancelled the call");
  }

  private static @Nullable Verdict whileClosing(Case failed) {
    Noted closing = failed.connection().newest(CLOSING);
    if (closing == null) {
      return isInterrupted(failed)
          ? cancelled("user", "cancel-interrupt", "the calling thread was interrupted")
          : null;
    }
    boolean wasOpen = failed.startNanos() <= closing.nanos() || isEndOfJvm(closing);
    return wasOpen
        ? shutdown(failed, closing)
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

  /** What a handler throws because its server goes is no failure of its own. */
  private static @Nullable Verdict whileServerCloses(Case failed) {
    Noted closing = failed.connection().newest(CLOSING);
    return closing != null && isInterrupted(failed) ? shutdown(failed, closing) : null;
  }

  private static boolean isEndOfJvm(Noted closing) {
    return closing.value().equals(FactValue.JVM);
  }

  private static Verdict shutdown(Case failed, Noted closing) {
    String what = failed.isAnswering() ? "server" : "client";
    String because =
        isEndOfJvm(closing)
            ? "this JVM came to its end during the call"
            : "the application closed this " + what + " during the call";
    return cancelled("shutdown", "cancel-shutdown", because);
  }

  private static Verdict cancelled(String reason, String rule, String because) {
    return Verdict.of(Codes.CANCELLED, Origin.USER, rule, because).reason(reason);
  }
}
