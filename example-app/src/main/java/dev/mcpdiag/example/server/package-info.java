/** The servers that the gallery talks to: each role runs in a JVM of its own. */
@NullMarked
package dev.mcpdiag.example.server;

import org.jspecify.annotations.NullMarked;
