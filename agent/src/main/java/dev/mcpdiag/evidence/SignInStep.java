package dev.mcpdiag.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in was at, told by the classes on the stack of its thread or of what it threw. By
 * name, from the special to the general: the agent does not know these libraries.
 */
final class SignInStep {
  private static final String SPRING = "org.springframework.security.oauth2.client.";
  private static final String COMMUNITY = "org.springaicommunity.mcp.security.client.";

  private static final String[][] STEPS = {
    // What registers looks first where.
    {SPRING + "registration.ClientRegistrations", "metadata"},
    {"DynamicClientRegistrationService", "registration"},
    {"com.nimbusds.oauth2.sdk.client.", "registration"},
    {"com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistration", "registration"},
    {"com.nimbusds.oauth2.sdk.as.", "metadata"},
    {"com.nimbusds.openid.connect.sdk.op.", "metadata"},
    {"MetadataDiscoveryService", "metadata"},
    {SPRING, "token"},
    {"com.nimbusds.oauth2.sdk.", "token"},
    {"com.nimbusds.openid.connect.sdk.", "token"},
    {"com.microsoft.aad.msal4j.", "token"},
    {"com.google.auth.oauth2.", "token"},
    {"com.google.api.client.auth.oauth2.", "token"},
    {"com.github.scribejava.", "token"},
    {COMMUNITY, "token"},
  };

  private static final int MAX_CAUSES = 8;

  private SignInStep() {}

  /** registration, metadata or token; null where no library for signing in had a part. */
  static @Nullable String of(Throwable throwable) {
    int best = STEPS.length;
    Throwable cause = throwable;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
      best = Math.min(best, row(cause.getStackTrace()));
    }
    return best == STEPS.length ? null : STEPS[best][1];
  }

  /** The same for a thread. */
  static @Nullable String of(StackTraceElement[] frames) {
    int row = row(frames);
    return row == STEPS.length ? null : STEPS[row][1];
  }

  /** The first row that any frame satisfies. */
  private static int row(StackTraceElement[] frames) {
    int best = STEPS.length;
    for (StackTraceElement frame : frames) {
      for (int row = 0; row < best; row++) {
        String name = STEPS[row][0];
        boolean isPackage = name.indexOf('.') >= 0;
        String type = frame.getClassName();
        if (isPackage ? type.startsWith(name) : type.contains(name)) {
          best = row;
        }
      }
    }
    return best;
  }
}
