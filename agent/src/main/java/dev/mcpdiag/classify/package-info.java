/** Finds the cause: pure rules over facts, no clock and no I/O. */
@NullMarked
package dev.mcpdiag.classify;

import org.jspecify.annotations.NullMarked;
