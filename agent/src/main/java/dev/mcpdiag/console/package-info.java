/**
 * What a person sees in a terminal: the agent's own voice, one text for each failure, the lines at
 * start and exit, and the command line of the jar. Everything goes to stderr: stdout may be the
 * wire of a stdio server.
 */
@NullMarked
package dev.mcpdiag.console;

import org.jspecify.annotations.NullMarked;
