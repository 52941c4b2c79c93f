/** Brings the hook class into the application's loader, and the companion beside it. */
@NullMarked
package dev.mcpdiag.hook;

import org.jspecify.annotations.NullMarked;
