/** Facts about a connection and its calls, recorded as they happen, and throwables as data. */
@NullMarked
package dev.mcpdiag.evidence;

import org.jspecify.annotations.NullMarked;
