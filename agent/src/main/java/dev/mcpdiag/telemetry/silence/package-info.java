/**
 * What {@code java.util.logging} becomes inside the agent jar: the build relocates the calls of the
 * bundled libraries to here. They must not speak on stderr, and the first use of the real one would
 * create the JVM's log manager before an application could choose its own.
 */
@NullMarked
package dev.mcpdiag.telemetry.silence;

import org.jspecify.annotations.NullMarked;
