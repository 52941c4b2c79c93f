package dev.mcpdiag.benchmarks;

/**
 * How long the phases of one JVM are.
 *
 * @param memoryWarmUp calls before the in-memory batches
 * @param memoryBatch calls of one batch, half as many for the tool that throws
 * @param crowdSeconds measured seconds of the 200 threads, on each transport
 */
record Effort(
    int rounds,
    int batches,
    int memoryWarmUp,
    int memoryBatch,
    int httpWarmUp,
    int httpBatch,
    int crowdSeconds) {
  static final Effort FULL = new Effort(7, 30, 20_000, 2_000, 2_000, 150, 5);

  /** To see that everything runs: too little for the last percent. */
  static final Effort QUICK = new Effort(1, 10, 4_000, 500, 300, 50, 2);

  Effort withRounds(int count) {
    return new Effort(
        count, batches, memoryWarmUp, memoryBatch, httpWarmUp, httpBatch, crowdSeconds);
  }
}
