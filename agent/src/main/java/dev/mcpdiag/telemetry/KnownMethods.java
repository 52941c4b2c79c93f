package dev.mcpdiag.telemetry;

import java.util.Set;

/** The methods of MCP up to 2026-07-28: a peer can send any other text as a method. */
final class KnownMethods {
  static final Set<String> ALL =
      Set.of(
          "initialize",
          "ping",
          "server/discover",
          "subscriptions/listen",
          "tools/list",
          "tools/call",
          "prompts/list",
          "prompts/get",
          "resources/list",
          "resources/templates/list",
          "resources/read",
          "resources/subscribe",
          "resources/unsubscribe",
          "completion/complete",
          "logging/setLevel",
          "sampling/createMessage",
          "elicitation/create",
          "roots/list",
          "tasks/get",
          "tasks/list",
          "tasks/result",
          "tasks/update",
          "tasks/cancel",
          "notifications/initialized",
          "notifications/cancelled",
          "notifications/progress",
          "notifications/message",
          "notifications/tools/list_changed",
          "notifications/prompts/list_changed",
          "notifications/resources/list_changed",
          "notifications/resources/updated",
          "notifications/roots/list_changed",
          "notifications/elicitation/complete",
          "notifications/subscriptions/acknowledged",
          "notifications/tasks/status");

  private KnownMethods() {}
}
