package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.AFTER_DELAY;
import static dev.mcpdiag.api.Retry.YES;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.CHECK_STATUS;
import static dev.mcpdiag.catalogue.Steps.REPORT_BUG;
import static dev.mcpdiag.catalogue.Steps.editConfig;
import static dev.mcpdiag.catalogue.Steps.reduce;
import static dev.mcpdiag.catalogue.Steps.retryWithBackoffIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.step;
import static dev.mcpdiag.catalogue.Steps.thenAgain;

import java.util.List;

/** What an HTTP server or the way to it answered instead of MCP. */
final class GettingAnswers {
  private GettingAnswers() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.INSPECTION_FAILED,
            "First contact failed",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "{server} could not be checked. Please review its URL, type and sign-in.",
            "OPEN_EDIT_DIALOG",
            List.of(editConfig("url", "type", "auth"), thenAgain()),
            "user / admin",
            "The first contact (discover, initialize, list) failed and no closer code applies.",
            false),
        new CodeEntry(
            Codes.ENDPOINT_NOT_FOUND,
            "Not an MCP endpoint",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "No MCP endpoint was found at the address of {server}.",
            "OPEN_EDIT_DIALOG",
            List.of(editConfig("path", "transport"), step("probe_legacy_sse")),
            "user / admin",
            "A server answered, but there is no MCP endpoint at that path.",
            true),
        new CodeEntry(
            Codes.UNEXPECTED_RESPONSE,
            "Answer is not MCP",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "{server} sent an answer that is not MCP.",
            "OPEN_EDIT_DIALOG",
            List.of(editConfig("url", "transport"), REPORT_BUG),
            "admin / developer",
            "An answer came, but it is not MCP: media type, redirect or another protocol.",
            true),
        new CodeEntry(
            Codes.SERVER_UNAVAILABLE,
            "Server unavailable",
            TRANSIENT,
            YES,
            ERROR,
            "{server} is temporarily unavailable.",
            "WAIT_AND_RETRY",
            List.of(retryWithBackoffIfIdempotent(), step("degrade_without_tool"), CHECK_STATUS),
            "operator",
            "The server, or a gateway in front of it, answered 5xx or is shutting down.",
            true),
        new CodeEntry(
            Codes.RATE_LIMITED,
            "Too many requests",
            TRANSIENT,
            AFTER_DELAY,
            WARNING,
            "{server} is limiting requests. Try again in {seconds} s.",
            "WAIT_AND_RETRY",
            List.of(step("wait"), step("reduce_scope"), ALTERNATIVE_TOOL),
            "agent",
            "The server refuses requests for a while: rate or quota.",
            true),
        new CodeEntry(
            Codes.OVERLOADED,
            "Too many calls on this side",
            TRANSIENT,
            AFTER_DELAY,
            WARNING,
            "Too many calls are in progress. Please try again shortly.",
            "WAIT_AND_RETRY",
            List.of(step("wait"), reduce("concurrency")),
            "operator",
            "This side refused the call itself: a full queue, an open circuit, an empty pool.",
            true),
        new CodeEntry(
            Codes.PAYLOAD_TOO_LARGE,
            "Request or answer too large",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "The request or answer is too large for {server}.",
            "RETRY",
            List.of(reduce("page", "limit", "split")),
            "agent / developer",
            "The request or the answer is over a size limit of one of the sides.",
            true));
  }
}
