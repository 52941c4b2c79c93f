package dev.mcpdiag.identity;

import dev.mcpdiag.failure.Who;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What may leave this JVM of an identity. */
@FunctionalInterface
public interface Disclosure {
  /** Nothing: the default. */
  Disclosure NONE = identity -> null;

  /** Null where nothing may leave, or nothing is known. */
  @Nullable Who of(@Nullable Identity identity);

  /** The words themselves, scrubbed like any text. */
  static Disclosure raw(UnaryOperator<String> redactor) {
    return identity -> who(identity, (kind, text) -> redactor.apply(text));
  }

  /**
   * Keyed hashes: the same one always gives the same hash, and nobody without the key can guess
   * whose it is. A plain hash of an e-mail address is no secret.
   */
  static Disclosure hashed(byte[] key) {
    SecretKeySpec secret = new SecretKeySpec(key, Hash.ALGORITHM);
    return identity -> who(identity, (kind, text) -> Hash.of(secret, kind + ':' + text));
  }

  private static @Nullable Who who(@Nullable Identity identity, Hash.Shown shown) {
    if (identity == null) {
      return null;
    }
    String user = identity.user();
    String conversation = identity.conversation();
    return new Who(
        user.isEmpty() ? null : shown.of("user", user),
        conversation.isEmpty() ? null : shown.of("conversation", conversation));
  }

  /** HMAC-SHA-256, cut to 128 bits. */
  final class Hash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private Hash() {}

    /** What is shown of a text of this kind. */
    @FunctionalInterface
    interface Shown {
      String of(String kind, String text);
    }

    static String of(SecretKeySpec secret, String text) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(secret);
        byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JVM has " + ALGORITHM, e);
      }
    }
  }
}
