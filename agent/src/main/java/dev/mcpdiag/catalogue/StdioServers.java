package dev.mcpdiag.catalogue;

import static dev.mcpdiag.api.FailureType.INTERNAL;
import static dev.mcpdiag.api.FailureType.PERMISSION;
import static dev.mcpdiag.api.FailureType.TRANSIENT;
import static dev.mcpdiag.api.FailureType.VALIDATION;
import static dev.mcpdiag.api.Retry.AFTER_ACTION;
import static dev.mcpdiag.api.Retry.NO;
import static dev.mcpdiag.api.Retry.ONCE;
import static dev.mcpdiag.api.Severity.ERROR;
import static dev.mcpdiag.catalogue.Steps.CONTACT_ADMIN;
import static dev.mcpdiag.catalogue.Steps.REPORT_BUG;
import static dev.mcpdiag.catalogue.Steps.editConfig;
import static dev.mcpdiag.catalogue.Steps.step;

import java.util.List;

/** Servers that are processes of this machine. */
final class StdioServers {
  private StdioServers() {}

  static List<CodeEntry> rows() {
    return List.of(
        new CodeEntry(
            Codes.STDIO_COMMAND_NOT_FOUND,
            "Program not found",
            VALIDATION,
            AFTER_ACTION,
            ERROR,
            "The program for {server} was not found.",
            "OPEN_EDIT_DIALOG",
            List.of(editConfig("command", "PATH"), CONTACT_ADMIN),
            "admin",
            "The program, one of its files or its working directory is missing.",
            true),
        new CodeEntry(
            Codes.STDIO_PERMISSION,
            "Program may not be run",
            PERMISSION,
            AFTER_ACTION,
            ERROR,
            "The program for {server} may not be started.",
            "CONTACT_ADMIN",
            List.of(CONTACT_ADMIN, editConfig("command")),
            "admin",
            "The program exists, but this user or this sandbox may not run it.",
            true),
        new CodeEntry(
            Codes.STDIO_PROCESS_EXITED,
            "Server process stopped",
            TRANSIENT,
            ONCE,
            ERROR,
            "The program for {server} stopped (exit {exitCode}).",
            "RETRY",
            List.of(step("restart_process"), step("show_logs", "stream", "stderr"), REPORT_BUG),
            "operator / developer",
            "The server's process ended while it was needed.",
            true),
        new CodeEntry(
            Codes.STDIO_STDOUT_NOISE,
            "Server prints to stdout",
            INTERNAL,
            NO,
            ERROR,
            "{server} is writing text into the protocol channel.",
            "REPORT_BUG",
            List.of(REPORT_BUG, editConfig("log_to_stderr")),
            "developer",
            "The server wrote text that is not MCP to its standard output, which is the protocol channel.",
            true));
  }
}
