package dev.mcpdiag.benchmarks;

import java.util.Collection;

/** Where the values of several rounds lie. The median, because a busy machine only makes slower. */
record Spread(double median, double min, double max) {

  /**
   * @throws IllegalArgumentException without any value
   */
  static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values, no spread");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
