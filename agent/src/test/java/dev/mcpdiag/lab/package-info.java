/**
 * The failure lab: unmodified SDK applications in child JVMs, servers that fail on purpose, and an
 * OTLP receiver that sees what the built agent says about it.
 */
@NullMarked
package dev.mcpdiag.lab;

import org.jspecify.annotations.NullMarked;
