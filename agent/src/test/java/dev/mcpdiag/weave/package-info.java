@NullMarked
package dev.mcpdiag.weave;

import org.jspecify.annotations.NullMarked;
