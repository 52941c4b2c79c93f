/** Violations on purpose: a rule counts only if it was seen to fail on one. */
@NullMarked
package dev.mcpdiag.house.planted;

import org.jspecify.annotations.NullMarked;
