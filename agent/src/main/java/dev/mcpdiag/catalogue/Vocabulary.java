package dev.mcpdiag.catalogue;

import java.util.Set;

/**
 * The closed sets of words for what may be done. Readers must ignore an action they do not know, so
 * a new word is an addition, never a change.
 */
public final class Vocabulary {
  /** What a program may be told to do. */
  public static final Set<String> ACTIONS =
      Set.of(
          "retry_same",
          "retry_modified_args",
          "wait",
          "reduce_scope",
          "continue_from",
          "use_cached_result",
          "use_alternative_tool",
          "use_unstructured_content",
          "use_task_mode",
          "restart_task",
          "degrade_without_tool",
          "read_tool_message",
          "refresh_capabilities",
          "negotiate_version",
          "reinitialize_session",
          "reconnect_server",
          "restart_process",
          "switch_transport",
          "probe_legacy_sse",
          "enable_capability",
          "start_oauth",
          "refresh_token",
          "step_up_scope",
          "request_access",
          "ask_user",
          "edit_config",
          "check_status",
          "show_logs",
          "contact_admin",
          "contact_operator",
          "report_bug",
          "stop");

  /** What a user interface may offer. */
  public static final Set<String> CALLS_TO_ACTION =
      Set.of(
          "OPEN_OAUTH",
          "OPEN_URL",
          "OPEN_EDIT_DIALOG",
          "OPEN_DOCS",
          "OPEN_DIAGNOSTICS",
          "RETRY",
          "WAIT_AND_RETRY",
          "RECONNECT",
          "REQUEST_ACCESS",
          "CONTACT_ADMIN",
          "REPORT_BUG",
          "SHOW_DEBUG_ID",
          "NONE");

  private Vocabulary() {}
}
