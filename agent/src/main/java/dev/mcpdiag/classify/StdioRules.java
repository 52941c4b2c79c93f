package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.PROCESS_EXIT;
import static dev.mcpdiag.evidence.FactKind.PROCESS_START_ERROR;
import static dev.mcpdiag.evidence.FactKind.STDIO_UNPARSABLE;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a stdio server, from the facts of its connection. All six ways to fail reach the
 * caller as the same time-out (design/architecture.md#evidence), so a fact is trusted at medium
 * confidence.
 */
final class StdioRules {
  private StdioRules() {}

  /** The first decisive fact: a process that never started cannot exit, noise comes before it. */
  static @Nullable Verdict judge(Case failed) {
    Noted start = failed.connection().newest(PROCESS_START_ERROR);
    if (start != null) {
      return notStarted(start.value());
    }
    Noted noise = failed.connection().newest(STDIO_UNPARSABLE);
    Noted exit = failed.connection().newest(PROCESS_EXIT);
    boolean isNoiseFirst = noise != null && (exit == null || noise.nanos() < exit.nanos());
    if (isNoiseFirst) {
      return Verdict.of(
              Codes.STDIO_STDOUT_NOISE,
              Origin.PEER,
              "stdio-noise",
              "a line on the server's stdout is not a JSON-RPC message, so the SDK stopped reading")
          .sure(Confidence.MEDIUM);
    }
    return exit == null ? null : exited(Integer.parseInt(exit.value()), failed);
  }

  private static Verdict notStarted(String error) {
    Verdict verdict =
        switch (error) {
          case "not_permitted" ->
              Verdict.of(
                  Codes.STDIO_PERMISSION,
                  Origin.LOCAL,
                  "stdio-not-permitted",
                  "the program may not be executed");
          case "bad_directory" ->
              Verdict.of(
                      Codes.STDIO_COMMAND_NOT_FOUND,
                      Origin.LOCAL,
                      "stdio-no-directory",
                      "the working directory does not exist")
                  .reason("bad_directory");
          default ->
              Verdict.of(
                  Codes.STDIO_COMMAND_NOT_FOUND,
                  Origin.LOCAL,
                  "stdio-not-found",
                  "the program could not be started: it was not found");
        };
    return verdict.sure(Confidence.MEDIUM);
  }

  /**
   * Exit codes by the shell's and sysexits' conventions (design/taxonomy.md#ambiguous-evidence).
   */
  private static Verdict exited(int code, Case failed) {
    if (code == 127) {
      return notStarted("not_found").because("the shell answered exit code 127, command not found");
    }
    if (code == 126) {
      return notStarted("not_permitted")
          .because("the shell answered exit code 126, not executable");
    }
    Verdict verdict =
        Verdict.of(
                Codes.STDIO_PROCESS_EXITED,
                Origin.PEER,
                "stdio-exit",
                "the server's process ended with exit code " + code)
            .sure(Confidence.MEDIUM)
            .reason(code > 128 && code < 160 ? "signal_" + (code - 128) : null);
    return switch (code) {
      case 64, 65, 66, 78 -> verdict.type(FailureType.VALIDATION, Retry.AFTER_ACTION);
      case 77 -> verdict.type(FailureType.PERMISSION, Retry.AFTER_ACTION);
      case 69, 71, 72, 73, 74, 75 -> verdict.type(FailureType.TRANSIENT, Retry.ONCE);
      default ->
          failed.exitsBeforeAnswer() >= 2
              ? verdict.type(FailureType.VALIDATION, Retry.AFTER_ACTION)
              : verdict;
    };
  }

  /** Whether the connection has any fact of a stdio server's end. */
  static boolean isDead(Case failed) {
    for (FactKind kind : new FactKind[] {PROCESS_START_ERROR, STDIO_UNPARSABLE, PROCESS_EXIT}) {
      if (failed.connection().has(kind)) {
        return true;
      }
    }
    return false;
  }
}
