/** Which SDK methods are hooked, and how: the table of hooks and the weaver. */
@NullMarked
package dev.mcpdiag.weave;

import org.jspecify.annotations.NullMarked;
