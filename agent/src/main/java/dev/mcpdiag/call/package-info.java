/** Open calls and connections: from the begin of a call to its one end. */
@NullMarked
package dev.mcpdiag.call;

import org.jspecify.annotations.NullMarked;
