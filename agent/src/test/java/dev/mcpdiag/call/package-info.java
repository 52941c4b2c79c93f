@NullMarked
package dev.mcpdiag.call;

import org.jspecify.annotations.NullMarked;
