/** What mcpdiag shows to JConsole and other JMX clients. */
@NullMarked
package dev.mcpdiag.jmx;

import org.jspecify.annotations.NullMarked;
