package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.BUSINESS;
import static dev.mcpdiag.api.FailureType.PERMISSION;
import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.NO;
import static dev.mcpdiag.api.Retry.YES;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.INFO;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.ASK_USER;
import static dev.mcpdiag.catalogue.Steps.CONTACT_ADMIN;
import static dev.mcpdiag.catalogue.Steps.REQUEST_ACCESS;
import static dev.mcpdiag.catalogue.Steps.START_OAUTH;
import static dev.mcpdiag.catalogue.Steps.STOP;
import static dev.mcpdiag.catalogue.Steps.editConfig;
import static dev.mcpdiag.catalogue.Steps.retry;
import static dev.mcpdiag.catalogue.Steps.step;

import java.util.List;

/** Who may do what, and how that was found out. */
final class Authorization {
  private Authorization() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.AUTH_REQUIRED,
            "Sign-in needed",
            PERMISSION,
            AFTER_ACTION,
            WARNING,
            "Authentication required for {server}.",
            "OPEN_OAUTH",
            List.of(START_OAUTH),
            "user",
            "The server wants credentials and none were sent.",
            true),
        new CodeEntry(
            Codes.TOKEN_INVALID,
            "Sign-in no longer valid",
            PERMISSION,
            AFTER_ACTION,
            WARNING,
            "Your sign-in to {server} is no longer valid.",
            "OPEN_OAUTH",
            List.of(step("refresh_token"), START_OAUTH, editConfig("apiKey")),
            "user",
            "Credentials were sent and refused: expired, revoked, for another audience, or a bad API key.",
            true),
        new CodeEntry(
            Codes.OAUTH_TIMEOUT,
            "Sign-in timed out",
            TRANSIENT,
            AFTER_ACTION,
            WARNING,
            "Sign-in to {server} timed out.",
            "OPEN_OAUTH",
            List.of(START_OAUTH),
            "user",
            "The sign-in was started and not finished in time.",
            false),
        new CodeEntry(
            Codes.OAUTH_FAILED,
            "Sign-in failed",
            PERMISSION,
            AFTER_ACTION,
            ERROR,
            "Sign-in to {server} failed ({reason}).",
            "OPEN_OAUTH",
            List.of(
                step("start_oauth", "maxAttempts", 1),
                CONTACT_ADMIN,
                editConfig("clientId", "clientSecret")),
            "admin / user",
            "Discovery, registration, or the exchange of a code or refresh token was refused.",
            false),
        new CodeEntry(
            Codes.OAUTH_CANCELLED,
            "Sign-in cancelled",
            BUSINESS,
            NO,
            INFO,
            "Sign-in to {server} was cancelled.",
            "OPEN_OAUTH",
            List.of(ASK_USER, ALTERNATIVE_TOOL),
            "user",
            "The user closed or denied the sign-in.",
            false),
        new CodeEntry(
            Codes.AUTH_SERVER_UNAVAILABLE,
            "Sign-in service unavailable",
            TRANSIENT,
            YES,
            ERROR,
            "The sign-in service for {server} is unavailable.",
            "WAIT_AND_RETRY",
            List.of(retry(1000, 3, "never", "restart_login")),
            "operator",
            "The authorization server cannot be reached or is failing; the sign-in itself may still be good.",
            false),
        new CodeEntry(
            Codes.SCOPE_INSUFFICIENT,
            "Scopes missing",
            PERMISSION,
            AFTER_ACTION,
            WARNING,
            "{server} needs additional permission: {scopes}.",
            "OPEN_OAUTH",
            List.of(step("step_up_scope", "maxAttempts", 2), ALTERNATIVE_TOOL),
            "user",
            "The token is good, but lacks scopes that this call needs.",
            true),
        new CodeEntry(
            Codes.PERMISSION_DENIED,
            "Permission denied",
            PERMISSION,
            NO,
            WARNING,
            "You do not have permission to use this on {server}.",
            "REQUEST_ACCESS",
            List.of(REQUEST_ACCESS, ALTERNATIVE_TOOL, STOP),
            "admin",
            "The caller is known, and may not do this.",
            true));
  }
}
