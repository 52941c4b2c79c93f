package dev.mcpdiag.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call went.
 *
 * @param elapsed from its subscription to its end, or until now where it is still open
 * @param timeout the timer that was set for the call, null if none is known
 * @param errorType value of {@code error.type} by the OpenTelemetry MCP conventions, null if it
 *     went well
 */
public record Execution(Duration elapsed, @Nullable Duration timeout, @Nullable String errorType) {}
