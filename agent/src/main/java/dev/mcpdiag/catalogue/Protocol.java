package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.INTERNAL;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.NO;
import static dev.mcpdiag.api.Retry.ONCE;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.ASK_USER;
import static dev.mcpdiag.catalogue.Steps.CHECK_STATUS;
import static dev.mcpdiag.catalogue.Steps.CONTACT_OPERATOR;
import static dev.mcpdiag.catalogue.Steps.REPORT_BUG;
import static dev.mcpdiag.catalogue.Steps.refresh;
import static dev.mcpdiag.catalogue.Steps.retryOnce;
import static dev.mcpdiag.catalogue.Steps.retryOnceIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.step;

import java.util.List;

/** What the peer said about a message. */
final class Protocol {
  private Protocol() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.PROTOCOL_MISMATCH,
            "No common MCP version",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "{server} and this application speak different MCP versions.",
            "OPEN_DOCS",
            List.of(step("negotiate_version"), CONTACT_OPERATOR),
            "admin / developer",
            "The two sides have no protocol version in common.",
            true),
        new CodeEntry(
            Codes.HEADER_MISMATCH,
            "Headers unlike the body",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} refused the request headers.",
            "RETRY",
            List.of(refresh("tools/list"), retryOnce(), REPORT_BUG),
            "agent / developer",
            "Headers that repeat a part of the message are missing or say something else.",
            true),
        new CodeEntry(
            Codes.CLIENT_CAPABILITY_MISSING,
            "Client lacks a capability",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} needs a feature this application does not have: {capability}.",
            "CONTACT_ADMIN",
            List.of(ALTERNATIVE_TOOL, step("enable_capability")),
            "developer",
            "The server needs something that this client does not offer.",
            true),
        new CodeEntry(
            Codes.METHOD_NOT_FOUND,
            "Method not offered",
            VALIDATION,
            NO,
            WARNING,
            "{server} does not support this operation.",
            "NONE",
            List.of(step("refresh_capabilities"), ALTERNATIVE_TOOL),
            "developer",
            "The peer does not offer this method or capability.",
            true),
        new CodeEntry(
            Codes.INVALID_REQUEST,
            "Request not valid",
            VALIDATION,
            NO,
            ERROR,
            "{server} could not accept the request.",
            "REPORT_BUG",
            List.of(REPORT_BUG, step("edit_config", "if", "unresolved_placeholders")),
            "developer",
            "The peer says that the request is not valid JSON-RPC or MCP.",
            true),
        new CodeEntry(
            Codes.MALFORMED_MESSAGE,
            "Message could not be read",
            INTERNAL,
            NO,
            ERROR,
            "A message exchanged with {server} could not be read.",
            "REPORT_BUG",
            List.of(REPORT_BUG, retryOnceIfIdempotent()),
            "developer",
            "A message could not be read as JSON or JSON-RPC, in either direction.",
            true),
        new CodeEntry(
            Codes.INVALID_PARAMS,
            "Parameters rejected",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} did not accept the parameters.",
            "RETRY",
            List.of(step("retry_modified_args")),
            "agent",
            "The peer rejected the parameters, and not because of a name it does not know.",
            true),
        new CodeEntry(
            Codes.TOOL_NOT_FOUND,
            "Unknown tool",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} has no tool named {tool}.",
            "NONE",
            List.of(refresh("tools/list"), ALTERNATIVE_TOOL),
            "agent",
            "The server has no tool of that name, or no longer.",
            true),
        new CodeEntry(
            Codes.RESOURCE_NOT_FOUND,
            "Unknown resource",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} has no such resource.",
            "NONE",
            List.of(refresh("resources/list"), ASK_USER),
            "agent",
            "The server has no resource at that URI.",
            true),
        new CodeEntry(
            Codes.PROMPT_NOT_FOUND,
            "Unknown prompt",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "{server} has no such prompt.",
            "NONE",
            List.of(refresh("prompts/list")),
            "agent",
            "The server has no prompt of that name.",
            true),
        new CodeEntry(
            Codes.TASK_NOT_FOUND,
            "Unknown task",
            VALIDATION,
            AFTER_ACTION,
            WARNING,
            "That background task no longer exists.",
            "RETRY",
            List.of(step("restart_task"), CHECK_STATUS),
            "agent",
            "The task is unknown, or its time to live is over.",
            true),
        new CodeEntry(
            Codes.SERVER_ERROR,
            "Peer's internal error",
            INTERNAL,
            ONCE,
            ERROR,
            "{server} had an internal error.",
            "SHOW_DEBUG_ID",
            List.of(retryOnceIfIdempotent(), ALTERNATIVE_TOOL, CONTACT_OPERATOR),
            "operator",
            "The peer reports an internal error, or a code that the protocol does not assign.",
            true));
  }
}
