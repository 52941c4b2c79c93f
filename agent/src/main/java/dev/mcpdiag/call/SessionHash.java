package dev.mcpdiag.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A session id that nobody can use (reference/spans.md#attributes): both sides compute the same
 * one.
 */
public final class SessionHash {
  private static final int DIGEST_BYTES = 8;

  private SessionHash() {}

  /** First 16 hex digits of the SHA-256 of the UTF-8 text. */
  public static String of(String sessionId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
