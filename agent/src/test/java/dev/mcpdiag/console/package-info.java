@NullMarked
package dev.mcpdiag.console;

import org.jspecify.annotations.NullMarked;
