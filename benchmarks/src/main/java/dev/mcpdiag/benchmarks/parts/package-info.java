/** What parts of the agent cost, smaller than a JVM: loops with the real classes. */
@NullMarked
package dev.mcpdiag.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
