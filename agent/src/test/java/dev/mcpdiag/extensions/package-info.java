@NullMarked
package dev.mcpdiag.extensions;

import org.jspecify.annotations.NullMarked;
