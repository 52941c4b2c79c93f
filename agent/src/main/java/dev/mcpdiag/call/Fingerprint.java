package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.classify.Verdict;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Attempt;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells failures that look alike: code, reason, server, exception classes, top three frames. */
final class Fingerprint {
  private static final int FRAMES = 3;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** 16 hex digits. */
  static String of(
      Verdict verdict, Attempt attempt, ThrowableChain chain, @Nullable Throwable throwable) {
    long hash = add(FNV_OFFSET, verdict.code());
    hash = add(hash, verdict.reason());
    hash = add(hash, attempt.peer().serverName());
    hash = add(hash, attempt.request().method());
    hash = add(hash, attempt.request().tool());
    for (ThrowableChain.Link link : chain.links()) {
      hash = add(hash, link.type());
    }
    if (throwable != null) {
      StackTraceElement[] frames = throwable.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        hash = add(add(hash, frames[i].getClassName()), frames[i].getMethodName());
      }
    }
    return HexFormat.of().toHexDigits(hash);
  }

  /** The fingerprint of the same failure under another diagnosis. */
  static String of(String builtIn, Diagnosis other) {
    long hash = add(add(FNV_OFFSET, builtIn), other.code());
    return HexFormat.of().toHexDigits(add(hash, other.reason().orElse(null)));
  }

  private static long add(long hash, @Nullable String text) {
    long result = hash;
    for (int i = 0; text != null && i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * FNV_PRIME;
    }
    return (result ^ '|') * FNV_PRIME;
  }
}
