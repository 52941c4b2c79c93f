package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.BUSINESS;
import static dev.mcpdiag.api.FailureType.INTERNAL;
import static dev.mcpdiag.api.FailureType.PERMISSION;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.NO;
import static dev.mcpdiag.api.Retry.ONCE;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.INFO;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.ASK_USER;
import static dev.mcpdiag.catalogue.Steps.CONTACT_OPERATOR;
import static dev.mcpdiag.catalogue.Steps.REPORT_BUG;
import static dev.mcpdiag.catalogue.Steps.STOP;
import static dev.mcpdiag.catalogue.Steps.retry;
import static dev.mcpdiag.catalogue.Steps.retryOnceIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.step;
import static dev.mcpdiag.catalogue.Steps.thenAgain;

import java.util.List;

/** People, the application that hosts the client, and the rest. */
final class HostApplication {
  private HostApplication() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.URL_ELICITATION_REQUIRED,
            "Browser step needed",
            PERMISSION,
            AFTER_ACTION,
            INFO,
            "{server} needs you to complete a step in the browser.",
            "OPEN_URL",
            List.of(ASK_USER, thenAgain()),
            "user",
            "The user must visit a page first (protocol version 2025-11-25).",
            true),
        new CodeEntry(
            Codes.USER_INPUT_REQUIRED,
            "More input needed",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} needs more information.",
            "NONE",
            List.of(ASK_USER, thenAgain()),
            "user",
            "The server asked for input that the host application could not supply.",
            false),
        new CodeEntry(
            Codes.USER_DECLINED,
            "User said no",
            BUSINESS,
            NO,
            INFO,
            "The request was declined.",
            "NONE",
            List.of(ASK_USER, ALTERNATIVE_TOOL, STOP),
            "user",
            "A user declined or dismissed a request, and the call failed because of it.",
            true),
        new CodeEntry(
            Codes.CLIENT_HANDLER_FAILED,
            "Application's handler failed",
            INTERNAL,
            NO,
            ERROR,
            "This application could not answer a request from {server}.",
            "SHOW_DEBUG_ID",
            List.of(REPORT_BUG, step("enable_capability")),
            "developer",
            "The application's code behind sampling, elicitation, roots or a notification failed or is missing.",
            true),
        new CodeEntry(
            Codes.CANCELLED,
            "Cancelled on purpose",
            BUSINESS,
            NO,
            INFO,
            "The request was cancelled.",
            "NONE",
            List.of(retry(0, 1, "ifIdempotent", true, "if", "still_wanted")),
            "agent",
            "The call was ended on purpose: by a user, the caller's own deadline, or a shutdown.",
            true),
        new CodeEntry(
            Codes.INTERNAL_ERROR,
            "Defect in this application",
            INTERNAL,
            ONCE,
            ERROR,
            "Server error, try again. Debug ID: {traceId}",
            "SHOW_DEBUG_ID",
            List.of(retryOnceIfIdempotent(), CONTACT_OPERATOR),
            "developer",
            "A defect in this JVM: the MCP SDK, a framework or the application.",
            true),
        new CodeEntry(
            Codes.UNKNOWN,
            "Not classified",
            INTERNAL,
            NO,
            ERROR,
            "Something went wrong while working with {server}.",
            "SHOW_DEBUG_ID",
            List.of(CONTACT_OPERATOR),
            "developer",
            "No rule matched; nothing is known but the exception's class.",
            true));
  }
}
