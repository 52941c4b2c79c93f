package dev.mcpdiag.sdk;

/** Runs our part of a signal: whatever it throws must not reach the SDK's signal. */
final class Guard {
  private Guard() {}

  static void run(Runnable ours) {
    try {
      ours.run();
    } catch (Throwable fault) {
      Faults.report(fault);
    }
  }
}
