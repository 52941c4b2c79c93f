/**
 * The macro benchmark: starts the programs of {@code com.example.mcpload} in fresh JVMs in turn,
 * with each set-up (no agent, an empty one, ours, OpenTelemetry's), and compares medians with the
 * budgets.
 *
 * <p>A <i>set-up</i> is what a JVM is started with, a <i>scenario</i> what it does, a
 * <i>measure</i> one number of it, a <i>round</i> one JVM of each set-up.
 */
@NullMarked
package dev.mcpdiag.benchmarks;

import org.jspecify.annotations.NullMarked;
