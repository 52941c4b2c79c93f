/** An ordinary MCP application that meets one failure after the other and shows what it sees. */
@NullMarked
package dev.mcpdiag.example;

import org.jspecify.annotations.NullMarked;
