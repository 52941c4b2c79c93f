/**
 * The programs that are measured, each the main class of a fresh JVM. Not under {@code
 * dev.mcpdiag}: the agent must take them for what they are, somebody else's application.
 *
 * <p>They print {@code measure <name> <number>} and {@code thread <name>} lines on stdout. Nothing
 * is printed, and no management class touched, before the last mark of the start was taken.
 */
@NullMarked
package com.example.mcpload;

import org.jspecify.annotations.NullMarked;
