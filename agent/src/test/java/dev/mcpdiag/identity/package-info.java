/** Who it is that a thread works for. */
@NullMarked
package dev.mcpdiag.identity;

import org.jspecify.annotations.NullMarked;
