/**
 * What the JVM loads at its start: JDK-only classes for Java 8, which wait for the first MCP class
 * and only then load the engine from the {@code inst/} part of the jar.
 */
@NullMarked
package dev.mcpdiag.gate;

import org.jspecify.annotations.NullMarked;
