package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.BUSINESS;
import static dev.mcpdiag.api.FailureType.INTERNAL;
import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.NO;
import static dev.mcpdiag.api.Retry.YES;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.api.Severity.INFO;
import static dev.mcpdiag.api.Severity.WARNING;
import static dev.mcpdiag.catalogue.Steps.ALTERNATIVE_TOOL;
import static dev.mcpdiag.catalogue.Steps.ASK_USER;
import static dev.mcpdiag.catalogue.Steps.CONTACT_OPERATOR;
import static dev.mcpdiag.catalogue.Steps.REPORT_BUG;
import static dev.mcpdiag.catalogue.Steps.STOP;
import static dev.mcpdiag.catalogue.Steps.retryWithBackoffIfIdempotent;
import static dev.mcpdiag.catalogue.Steps.step;

import java.util.List;

/** What a tool did or could not do. */
final class ToolWork {
  private ToolWork() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.TOOL_INPUT_INVALID,
            "Tool input not valid",
            VALIDATION,
            AFTER_ACTION,
            INFO,
            "The input for {tool} is not valid.",
            "NONE",
            List.of(step("retry_modified_args"), ASK_USER),
            "agent",
            "The arguments break the tool's schema or its own checks; also a handle that has expired.",
            true),
        new CodeEntry(
            Codes.TOOL_EXECUTION_FAILED,
            "Tool reported an error",
            BUSINESS,
            NO,
            WARNING,
            "{tool} could not complete.",
            "OPEN_DIAGNOSTICS",
            List.of(step("read_tool_message"), ALTERNATIVE_TOOL, ASK_USER),
            "agent",
            "The tool said isError and nothing more is known.",
            true),
        new CodeEntry(
            Codes.TOOL_BUSINESS_RULE,
            "Refused by a rule",
            BUSINESS,
            NO,
            INFO,
            "{tool} could not do this because a rule forbids it.",
            "NONE",
            List.of(ASK_USER, ALTERNATIVE_TOOL, STOP),
            "agent / user",
            "A rule of the tool's own business refused the work.",
            true),
        new CodeEntry(
            Codes.TOOL_DEPENDENCY_FAILED,
            "Service behind the tool failed",
            TRANSIENT,
            YES,
            ERROR,
            "A service used by {tool} is unavailable.",
            "WAIT_AND_RETRY",
            List.of(retryWithBackoffIfIdempotent(), step("use_cached_result"), CONTACT_OPERATOR),
            "operator",
            "A system behind the tool is down or slow.",
            true),
        new CodeEntry(
            Codes.OUTPUT_SCHEMA_VIOLATION,
            "Result breaks its schema",
            INTERNAL,
            NO,
            ERROR,
            "{tool} returned a result in an unexpected form.",
            "REPORT_BUG",
            List.of(REPORT_BUG, step("use_unstructured_content"), ALTERNATIVE_TOOL),
            "developer",
            "The result does not match the tool's own outputSchema.",
            true));
  }
}
