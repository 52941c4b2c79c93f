package dev.mcpdiag.catalogue;

import dev.mcpdiag.api.NextStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short names for the next steps of the rows. */
final class Steps {
  /** First delay of a retry; the one who retries lets it grow. */
  private static final int FIRST_DELAY_MS = 1000;

  private static final int ATTEMPTS = 3;

  static final NextStep ALTERNATIVE_TOOL = step("use_alternative_tool");
  static final NextStep ASK_USER = step("ask_user");
  static final NextStep CHECK_STATUS = step("check_status");
  static final NextStep CONTACT_ADMIN = step("contact_admin");
  static final NextStep CONTACT_OPERATOR = step("contact_operator");
  static final NextStep REINITIALIZE = step("reinitialize_session");
  static final NextStep REPORT_BUG = step("report_bug");
  static final NextStep REQUEST_ACCESS = step("request_access");
  static final NextStep START_OAUTH = step("start_oauth");
  static final NextStep STOP = step("stop");

  private Steps() {}

  static NextStep step(String action) {
    return new NextStep(action, Map.of());
  }

  static NextStep step(String action, String name, Object value) {
    return new NextStep(action, Map.of(name, value));
  }

  /** For requests that provably did not arrive, or that change nothing. */
  static NextStep retryWithBackoff() {
    return retry(FIRST_DELAY_MS, ATTEMPTS);
  }

  /** For requests that the peer may have carried out. */
  static NextStep retryWithBackoffIfIdempotent() {
    return retry(FIRST_DELAY_MS, ATTEMPTS, "ifIdempotent", true);
  }

  static NextStep retryOnce() {
    return retry(FIRST_DELAY_MS, 1);
  }

  static NextStep retryOnceIfIdempotent() {
    return retry(FIRST_DELAY_MS, 1, "ifIdempotent", true);
  }

  /** The call again, at once, after the step before it. */
  static NextStep thenAgain() {
    return retry(0, 1);
  }

  /** The same, where the peer may have carried out the first one. */
  static NextStep thenAgainIfIdempotent() {
    return retry(0, 1, "ifIdempotent", true);
  }

  static NextStep retry(int delayMs, int maxAttempts, Object... more) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("delayMs", delayMs);
    params.put("maxAttempts", maxAttempts);
    for (int i = 0; i < more.length; i += 2) {
      params.put((String) more[i], more[i + 1]);
    }
    return new NextStep("retry_same", params);
  }

  static NextStep editConfig(String... fields) {
    return step("edit_config", "fields", List.of(fields));
  }

  static NextStep refresh(String listMethod) {
    return step("refresh_capabilities", "method", listMethod);
  }

  static NextStep reduce(String... by) {
    return step("reduce_scope", "by", List.of(by));
  }
}
