package dev.mcpdiag.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The code of a JSON-RPC error record: {@code int} up to SDK 0.10, {@code Integer} later, so it is
 * read by name. Only failed calls come here.
 */
final class ErrorCode {
  private ErrorCode() {}

  static @Nullable Integer of(Object error) {
    try {
      return error.getClass().getMethod("code").invoke(error) instanceof Integer code ? code : null;
    } catch (ReflectiveOperationException e) {
      return null; // an error without a code says no more than its message
    }
  }
}
