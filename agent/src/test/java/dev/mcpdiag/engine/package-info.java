/** Tests of the engine's wiring. */
@NullMarked
package dev.mcpdiag.engine;

import org.jspecify.annotations.NullMarked;
