package dev.mcpdiag.servers;

import dev.mcpdiag.failure.ConnectionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection state of a server when somebody asked (reference/servers.md#the-mxbean).
 *
 * @param requiresOAuth whether it ever asked for a sign-in
 * @param since when the state began
 * @param lastSuccessAt null before the first call that went well
 * @param lastError null before the first failure
 */
public record ServerStatus(
    String name,
    ConnectionState connectionState,
    boolean requiresOAuth,
    Instant since,
    @Nullable Instant lastSuccessAt,
    @Nullable LastError lastError) {}
