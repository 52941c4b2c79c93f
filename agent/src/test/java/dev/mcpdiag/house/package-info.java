/**
 * The rules that the build holds: who may import whom, who alone owns threads, settings and stderr.
 * Each rule is checked twice: on our classes, and on {@code planted} violations that it has to see.
 */
@NullMarked
package dev.mcpdiag.house;

import org.jspecify.annotations.NullMarked;
