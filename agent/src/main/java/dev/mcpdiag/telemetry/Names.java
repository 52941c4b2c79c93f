package dev.mcpdiag.telemetry;

/**
 * Every attribute and event name that leaves this process. The conventions behind them are all in
 * Development, so a renamed one changes here and nowhere else. Plain strings, no attribute keys:
 * the bridge that uses them may be bound to an OpenTelemetry API that is not ours.
 */
public final class Names {
  /** Instrumentation scope of spans and events. */
  public static final String SCOPE = "mcpdiag";

  // MCP, JSON-RPC, GenAI and network conventions (reference/spans.md#attributes).
  public static final String METHOD = "mcp.method.name";
  public static final String TOOL = "gen_ai.tool.name";
  public static final String PROMPT = "gen_ai.prompt.name";
  public static final String OPERATION = "gen_ai.operation.name";
  public static final String RESOURCE_URI = "mcp.resource.uri";
  public static final String REQUEST_ID = "jsonrpc.request.id";
  public static final String SESSION_ID = "mcp.session.id";
  public static final String PROTOCOL_VERSION = "mcp.protocol.version";
  public static final String NETWORK_TRANSPORT = "network.transport";
  public static final String NETWORK_PROTOCOL = "network.protocol.name";
  public static final String SERVER_ADDRESS = "server.address";
  public static final String SERVER_PORT = "server.port";
  public static final String CLIENT_ADDRESS = "client.address";
  public static final String CLIENT_PORT = "client.port";
  public static final String STATUS_CODE = "rpc.response.status_code";
  public static final String ERROR_TYPE = "error.type";
  public static final String EXCEPTION_TYPE = "exception.type";
  public static final String EXCEPTION_MESSAGE = "exception.message";
  public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";

  // On spans and events of a failure (reference/spans.md#attributes).
  public static final String CODE = "mcpdiag.code";
  public static final String FAILURE_TYPE = "mcpdiag.failure_type";
  public static final String RETRYABLE = "mcpdiag.retryable";
  public static final String RETRY = "mcpdiag.retry";
  public static final String RETRY_AFTER_MS = "mcpdiag.retry_after_ms";
  public static final String REASON = "mcpdiag.reason";
  public static final String PHASE = "mcpdiag.phase";
  public static final String ORIGIN = "mcpdiag.origin";
  public static final String CONFIDENCE = "mcpdiag.confidence";
  public static final String TRACE_ID = "mcpdiag.trace_id";
  public static final String SERVER_NAME = "mcpdiag.server.name";
  public static final String SERVER_INFO = "mcpdiag.server.info";
  public static final String SIDE = "mcpdiag.side";

  // On events only (reference/events.md#attributes-of-a-failure).
  public static final String FAILURE_EVENT = "mcpdiag.failure";
  public static final String SEVERITY = "mcpdiag.severity";
  public static final String BECAUSE = "mcpdiag.because";
  public static final String EVIDENCE = "mcpdiag.evidence";
  public static final String CLASSIFIED_BY = "mcpdiag.classified_by";
  public static final String CTA = "mcpdiag.cta";
  public static final String NEXT_STEPS = "mcpdiag.next_steps";
  public static final String DOCUMENTATION = "mcpdiag.documentation";
  public static final String ATTEMPTED_METHOD = "mcpdiag.attempted.method";
  public static final String ATTEMPTED_TOOL = "mcpdiag.attempted.tool";
  public static final String ATTEMPTED_ARGUMENT_NAMES = "mcpdiag.attempted.argument_names";
  public static final String ATTEMPTED_TARGET = "mcpdiag.attempted.target";
  public static final String DURATION_MS = "mcpdiag.duration_ms";
  public static final String TIMEOUT_MS = "mcpdiag.timeout_ms";
  public static final String HTTP_STATUS = "mcpdiag.http_status";
  public static final String PROCESS_EXIT = "mcpdiag.process_exit";
  public static final String PEER_CODE = "mcpdiag.peer_code";
  public static final String SILENT = "mcpdiag.silent";
  public static final String COUNT = "mcpdiag.count";
  public static final String FINGERPRINT = "mcpdiag.fingerprint";

  public static final String USER_HASH = "user.hash";
  public static final String CONVERSATION_ID = "gen_ai.conversation.id";

  // Other events (reference/events.md#attributes-of-other-events).
  public static final String RECOVERED_EVENT = "mcpdiag.recovered";
  public static final String STATE_EVENT = "mcpdiag.state";
  public static final String HUNG_EVENT = "mcpdiag.hung";
  public static final String LEAK_EVENT = "mcpdiag.leak";
  public static final String DROPPED_EVENT = "mcpdiag.dropped";
  public static final String STATE = "mcpdiag.state";
  public static final String STATE_PREVIOUS = "mcpdiag.state.previous";
  public static final String ELAPSED_MS = "mcpdiag.elapsed_ms";
  public static final String LEAK_VECTOR = "mcpdiag.leak.vector";
  public static final String DROPPED_REASON = "mcpdiag.dropped.reason";
  public static final String DROPPED_COUNT = "mcpdiag.dropped.count";

  // Metrics (reference/metrics.md#metrics).
  public static final String CLIENT_DURATION = "mcp.client.operation.duration";
  public static final String SERVER_DURATION = "mcp.server.operation.duration";
  public static final String FAILURES = "mcpdiag.failures";
  public static final String RECOVERED = "mcpdiag.recovered";
  public static final String SERVER_STATE = "mcpdiag.server.state";
  public static final String EVENTS_DROPPED = "mcpdiag.events.dropped";

  /** What the SDKs set on the one series that takes in what is too many. */
  public static final String OVERFLOW = "otel.metric.overflow";

  private Names() {}
}
