package dev.mcpdiag.benchmarks;

import java.util.Map;
import java.util.Set;

/**
 * What one measured JVM told.
 *
 * @param numbers by measure key
 * @param threads names with every number replaced by {@code #}, so that rounds can be compared
 */
record Run(Map<String, Double> numbers, Set<String> threads) {}
