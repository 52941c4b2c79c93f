/** The agent's own problems: what went wrong, where, and how to fix it. */
@NullMarked
package dev.mcpdiag.problem;

import org.jspecify.annotations.NullMarked;
