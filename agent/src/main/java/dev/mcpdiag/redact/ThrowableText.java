package dev.mcpdiag.redact;

import org.jspecify.annotations.Nullable;

/**
 * A throwable as text that may be kept.
 *
 * @param type class name
 * @param message scrubbed, null if it had none
 * @param stackTrace as Java prints it, with bounds: 30 frames a cause, 5 causes, 64 frames, 16 KiB
 */
public record ThrowableText(String type, @Nullable String message, String stackTrace) {}
