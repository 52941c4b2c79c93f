package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.ONCE;
import static dev.mcpdiag.api.Retry.YES;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.INFO;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.CHECK_STATUS;
import static dev.mcpdiag.catalogue.Steps.REINITIALIZE;
import static dev.mcpdiag.catalogue.Steps.editConfig;
import static dev.mcpdiag.catalogue.Steps.retry;
import static dev.mcpdiag.catalogue.Steps.retryWithBackoff;
import static dev.mcpdiag.catalogue.Steps.retryWithBackoffIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.step;
import static dev.mcpdiag.catalogue.Steps.thenAgain;
import static dev.mcpdiag.catalogue.Steps.thenAgainIfIdempotent;

import java.util.List;

/** Time-outs, streams and sessions of a connection that was there. */
final class Sessions {
  private Sessions() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.INIT_TIMEOUT,
            "No answer to initialize",
            TRANSIENT,
            YES,
            ERROR,
            "{server} did not answer the start of the connection.",
            "RETRY",
            List.of(retryWithBackoff(), editConfig("initializationTimeout"), CHECK_STATUS),
            "operator",
            "The start of the connection (initialize or discover) got no answer in time.",
            true),
        new CodeEntry(
            Codes.REQUEST_TIMEOUT,
            "No answer in time",
            TRANSIENT,
            YES,
            WARNING,
            "{server} did not answer within {seconds} s.",
            "RETRY",
            List.of(
                retryWithBackoffIfIdempotent(),
                step("reduce_scope"),
                step("use_task_mode"),
                editConfig("requestTimeout")),
            "agent",
            "A request got no answer before its timer ended, and nothing better explains it.",
            true),
        new CodeEntry(
            Codes.STREAM_INTERRUPTED,
            "Stream interrupted",
            TRANSIENT,
            ONCE,
            WARNING,
            "The stream from {server} was interrupted.",
            "RETRY",
            List.of(retry(1000, 1, "ifIdempotent", true, "newId", true), step("continue_from")),
            "agent",
            "The stream broke before the answer was complete.",
            true),
        new CodeEntry(
            Codes.SESSION_EXPIRED,
            "Session expired",
            TRANSIENT,
            AFTER_ACTION,
            INFO,
            "The session with {server} ended and must be renewed.",
            "RECONNECT",
            List.of(REINITIALIZE, thenAgainIfIdempotent()),
            "agent",
            "The server no longer knows the session; a client can start a new one alone.",
            true),
        new CodeEntry(
            Codes.SESSION_CONFLICT,
            "Session in use elsewhere",
            TRANSIENT,
            AFTER_ACTION,
            WARNING,
            "Another connection to {server} is still open.",
            "RECONNECT",
            List.of(REINITIALIZE),
            "agent",
            "An older stream or another owner still holds the session.",
            true),
        new CodeEntry(
            Codes.NOT_CONNECTED,
            "Not connected",
            TRANSIENT,
            AFTER_ACTION,
            WARNING,
            "{server} is not connected.",
            "RECONNECT",
            List.of(step("reconnect_server"), thenAgain()),
            "agent",
            "The client is closed, closing or was never connected; nothing was sent.",
            true));
  }
}
