package dev.mcpdiag.classify;

import org.jspecify.annotations.Nullable;

/** Reads the challenge fact: {@code Bearer error=insufficient_scope scope=a b}. */
final class Challenge {
  private Challenge() {}

  static @Nullable String error(@Nullable String challenge) {
    return word(challenge, " error=");
  }

  /** Which word of a fixed list the description is about: expired, audience and the like. */
  static @Nullable String about(@Nullable String challenge) {
    return word(challenge, " about=");
  }

  private static @Nullable String word(@Nullable String challenge, String key) {
    String value = after(challenge, key);
    if (value == null) {
      return null;
    }
    int end = value.indexOf(' ');
    return end < 0 ? value : value.substring(0, end);
  }

  /** All scopes: the fact has them last. */
  static @Nullable String scope(@Nullable String challenge) {
    return after(challenge, " scope=");
  }

  private static @Nullable String after(@Nullable String challenge, String key) {
    int at = challenge == null ? -1 : challenge.indexOf(key);
    return challenge == null || at < 0 ? null : challenge.substring(at + key.length());
  }
}
