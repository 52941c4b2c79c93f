package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.FactValue;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings that cannot work. What the server or the network says of them comes second: it never saw
 * what was meant (design/taxonomy.md#precedence, step 2).
 */
final class ConfigRules {
  private static final String PLACEHOLDER = "unresolved_placeholder";

  /** How the JDK's HTTP client refuses an address that is a URI and no URL for it. */
  private static final List<String> BAD_SCHEMES =
      List.of("invalid URI scheme", "unsupported URI", "URI with undefined scheme");

  private ConfigRules() {}

  static @Nullable Verdict judge(Case failed) {
    if (failed.side() != Side.CLIENT || failed.isAnswering()) {
      return null;
    }
    Noted placeholder = failed.connection().newest(FactKind.CONFIG_PLACEHOLDER);
    if (placeholder != null && isBehind(placeholder.value(), failed)) {
      return unresolved(placeholder.value());
    }
    if (failed.connection().has(FactKind.CONFIG_REFUSED)) {
      return badUrl(
          "config-refused", "the transport refused the server's address as it is written");
    }
    return isBadScheme(failed.chain())
        ? badUrl(
            "config-scheme", "the HTTP client cannot use the server's address as it is written")
        : null;
  }

  private static Verdict unresolved(String where) {
    String because = "a placeholder in the " + where + " was never filled in";
    Verdict verdict =
        Verdict.of(Codes.CONFIG_INVALID, Origin.LOCAL, "config-placeholder", because)
            .reason(PLACEHOLDER);
    // Programs may have braces of their own in their arguments.
    return where.equals("command") ? verdict.sure(Confidence.MEDIUM) : verdict;
  }

  private static Verdict badUrl(String rule, String because) {
    return Verdict.of(Codes.CONFIG_INVALID, Origin.LOCAL, rule, because).reason("bad_url");
  }

  /** Whether a failure can come from a placeholder in this place; a tool's own failure cannot. */
  private static boolean isBehind(String where, Case failed) {
    boolean isEarly =
        switch (failed.phase()) {
          case CONFIG, CONNECT, INIT -> true;
          default -> false;
        };
    boolean isRefused = isRefusal(failed);
    return where.equals(FactValue.HEADERS)
        ? isRefused || (isEarly && failed.peer() != null)
        : isEarly || isRefused;
  }

  private static boolean isRefusal(Case failed) {
    Integer status = failed.httpStatus();
    boolean isInvalidRequest = failed.peer() != null && failed.peer().code() == -32600;
    return isInvalidRequest
        || (failed.ending() == Case.Ending.THROWN
            && status != null
            && status >= 400
            && status < 500
            && status != 429);
  }

  private static boolean isBadScheme(ThrowableChain chain) {
    return chain.any(
        link ->
            link.type().equals("java.lang.IllegalArgumentException")
                && BAD_SCHEMES.stream().anyMatch(link.message()::startsWith));
  }

  /** Which setting is wrong, for people; null where it is none. */
  static @Nullable String field(Case failed) {
    for (FactKind kind : List.of(FactKind.CONFIG_PLACEHOLDER, FactKind.CONFIG_REFUSED)) {
      Noted fact = failed.connection().newest(kind);
      if (fact != null) {
        return fact.value();
      }
    }
    return failed.phase() == Phase.CALL ? null : FactValue.URL;
  }
}
