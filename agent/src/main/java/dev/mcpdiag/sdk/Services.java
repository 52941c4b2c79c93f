package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connections;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What adapters need of the engine.
 *
 * @param resourceNames redacts a resource URI to scheme, host and path
 * @param isPropagating whether trace context goes into messages
 * @param searchPath the PATH of this process, null if there is none
 */
public record Services(
    Calls calls,
    Connections connections,
    UnaryOperator<String> resourceNames,
    boolean capturesArgumentNames,
    boolean isPropagating,
    @Nullable String searchPath) {}
