@NullMarked
package dev.mcpdiag.classify;

import org.jspecify.annotations.NullMarked;
