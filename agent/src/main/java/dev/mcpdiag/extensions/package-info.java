/**
 * What users teach the agent: classifiers in jars, each behind a class loader of its own and on a
 * thread that no call waits for longer than its time-out, and rules in a file. Nothing here is
 * loaded unless an option names one.
 */
@NullMarked
package dev.mcpdiag.extensions;

import org.jspecify.annotations.NullMarked;
