package dev.mcpdiag.sdk;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.redact.CallNames;
import org.jspecify.annotations.Nullable;

/**
 * What adapters need of the engine.
 *
 * @param names makes names of peers and applications fit to be kept
 * @param isPropagating whether trace context goes into messages
 * @param searchPath the PATH of this process, null if there is none
 */
public record Services(
    Calls calls,
    Connections connections,
    CallNames names,
    boolean capturesArgumentNames,
    boolean isPropagating,
    @Nullable String searchPath) {}
