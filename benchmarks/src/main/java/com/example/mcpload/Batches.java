package com.example.mcpload;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Time and allocated bytes per call, one caller, in batches so that a disturbed one can be told.
 */
final class Batches {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Batches() {}

  /** Reports {@code <name>.micros} and {@code <name>.bytes}: the median batch's, per call. */
  static void measure(String name, int batches, int callsPerBatch, Runnable call) {
    double[] micros = new double[batches];
    double[] bytes = new double[batches];
    for (int batch = 0; batch < batches; batch++) {
      long allocatedBefore = allocatedBytes();
      long startedNanos = System.nanoTime();
      repeat(callsPerBatch, call);
      micros[batch] = (System.nanoTime() - startedNanos) / 1e3 / callsPerBatch;
      bytes[batch] = (double) (allocatedBytes() - allocatedBefore) / callsPerBatch;
    }
    Report.number(name + ".micros", middle(micros));
    Report.number(name + ".bytes", middle(bytes));
  }

  static void repeat(int times, Runnable call) {
    for (int i = 0; i < times; i++) {
      call.run();
    }
  }

  /** Of all live threads: a call hops between them, and the agent's exporter counts too. */
  private static long allocatedBytes() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(bytes, 0); // -1: the thread ended meanwhile.
    }
    return sum;
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
