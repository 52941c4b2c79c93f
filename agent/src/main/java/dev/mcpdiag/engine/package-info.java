/** The wiring: reads the settings, makes the parts, owns the threads. */
@NullMarked
package dev.mcpdiag.engine;

import org.jspecify.annotations.NullMarked;
