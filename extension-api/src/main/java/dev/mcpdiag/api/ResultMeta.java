package dev.mcpdiag.api;

import java.util.Map;
import java.util.Optional;

/** What a server with mcpdiag put into the {@code _meta} of a failed result. */
final class ResultMeta {
  private static final String KEY = "dev.mcpdiag/diagnosis";

  private ResultMeta() {}

  static Optional<Diagnosis> diagnosis(Object result) {
    try {
      Object meta = result.getClass().getMethod("meta").invoke(result);
      return meta instanceof Map<?, ?> map && map.get(KEY) instanceof Map<?, ?> sent
          ? Carrier.fromMap(sent)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError ignored) {
      // Old SDKs have no meta() on a result, and a stranger's class may refuse.
      return Optional.empty();
    }
  }
}
