package dev.mcpdiag.failure;

import org.jspecify.annotations.Nullable;

/**
 * For whom a call was made, as it may be exported: hashed unless the user wanted otherwise.
 *
 * @param user null if not known
 * @param conversation null if not known
 */
public record Who(@Nullable String user, @Nullable String conversation) {}
