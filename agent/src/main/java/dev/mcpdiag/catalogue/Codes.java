package dev.mcpdiag.catalogue;

/**
 * The names of the built-in codes, for rules and tests. A name is never changed or used again for
 * something else; {@link Catalogue} says what each one means.
 */
public final class Codes {
  // Reaching the server over HTTP.
  public static final String CONFIG_INVALID = "MCP_CONFIG_INVALID";
  public static final String DNS_FAILURE = "MCP_DNS_FAILURE";
  public static final String CONNECTION_REFUSED = "MCP_CONNECTION_REFUSED";
  public static final String NETWORK_UNREACHABLE = "MCP_NETWORK_UNREACHABLE";
  public static final String CONNECT_TIMEOUT = "MCP_CONNECT_TIMEOUT";
  public static final String CONNECTION_RESET = "MCP_CONNECTION_RESET";
  public static final String TLS_FAILURE = "MCP_TLS_FAILURE";
  public static final String PROXY_AUTH_REQUIRED = "MCP_PROXY_AUTH_REQUIRED";
  public static final String BLOCKED_BY_PROXY = "MCP_BLOCKED_BY_PROXY";
  public static final String PROXY_SSE_ISSUE = "MCP_PROXY_SSE_ISSUE";
  public static final String HOST_REJECTED = "MCP_HOST_REJECTED";
  public static final String DOMAIN_NOT_ALLOWED = "MCP_DOMAIN_NOT_ALLOWED";
  public static final String INSPECTION_FAILED = "MCP_INSPECTION_FAILED";
  public static final String ENDPOINT_NOT_FOUND = "MCP_ENDPOINT_NOT_FOUND";
  public static final String UNEXPECTED_RESPONSE = "MCP_UNEXPECTED_RESPONSE";
  public static final String SERVER_UNAVAILABLE = "MCP_SERVER_UNAVAILABLE";
  public static final String RATE_LIMITED = "MCP_RATE_LIMITED";
  public static final String OVERLOADED = "MCP_OVERLOADED";
  public static final String PAYLOAD_TOO_LARGE = "MCP_PAYLOAD_TOO_LARGE";

  // Servers that are processes.
  public static final String STDIO_COMMAND_NOT_FOUND = "MCP_STDIO_COMMAND_NOT_FOUND";
  public static final String STDIO_PERMISSION = "MCP_STDIO_PERMISSION";
  public static final String STDIO_PROCESS_EXITED = "MCP_STDIO_PROCESS_EXITED";
  public static final String STDIO_STDOUT_NOISE = "MCP_STDIO_STDOUT_NOISE";

  // Session, stream and protocol.
  public static final String INIT_TIMEOUT = "MCP_INIT_TIMEOUT";
  public static final String REQUEST_TIMEOUT = "MCP_REQUEST_TIMEOUT";
  public static final String STREAM_INTERRUPTED = "MCP_STREAM_INTERRUPTED";
  public static final String SESSION_EXPIRED = "MCP_SESSION_EXPIRED";
  public static final String SESSION_CONFLICT = "MCP_SESSION_CONFLICT";
  public static final String NOT_CONNECTED = "MCP_NOT_CONNECTED";
  public static final String PROTOCOL_MISMATCH = "MCP_PROTOCOL_MISMATCH";
  public static final String HEADER_MISMATCH = "MCP_HEADER_MISMATCH";
  public static final String CLIENT_CAPABILITY_MISSING = "MCP_CLIENT_CAPABILITY_MISSING";
  public static final String METHOD_NOT_FOUND = "MCP_METHOD_NOT_FOUND";
  public static final String INVALID_REQUEST = "MCP_INVALID_REQUEST";
  public static final String MALFORMED_MESSAGE = "MCP_MALFORMED_MESSAGE";
  public static final String INVALID_PARAMS = "MCP_INVALID_PARAMS";
  public static final String TOOL_NOT_FOUND = "MCP_TOOL_NOT_FOUND";
  public static final String RESOURCE_NOT_FOUND = "MCP_RESOURCE_NOT_FOUND";
  public static final String PROMPT_NOT_FOUND = "MCP_PROMPT_NOT_FOUND";
  public static final String TASK_NOT_FOUND = "MCP_TASK_NOT_FOUND";
  public static final String SERVER_ERROR = "MCP_SERVER_ERROR";

  // The work of a tool.
  public static final String TOOL_INPUT_INVALID = "MCP_TOOL_INPUT_INVALID";
  public static final String TOOL_EXECUTION_FAILED = "MCP_TOOL_EXECUTION_FAILED";
  public static final String TOOL_BUSINESS_RULE = "MCP_TOOL_BUSINESS_RULE";
  public static final String TOOL_DEPENDENCY_FAILED = "MCP_TOOL_DEPENDENCY_FAILED";
  public static final String OUTPUT_SCHEMA_VIOLATION = "MCP_OUTPUT_SCHEMA_VIOLATION";

  // Who may do what.
  public static final String AUTH_REQUIRED = "MCP_AUTH_REQUIRED";
  public static final String TOKEN_INVALID = "MCP_TOKEN_INVALID";
  public static final String OAUTH_TIMEOUT = "MCP_OAUTH_TIMEOUT";
  public static final String OAUTH_FAILED = "MCP_OAUTH_FAILED";
  public static final String OAUTH_CANCELLED = "MCP_OAUTH_CANCELLED";
  public static final String AUTH_SERVER_UNAVAILABLE = "MCP_AUTH_SERVER_UNAVAILABLE";
  public static final String SCOPE_INSUFFICIENT = "MCP_SCOPE_INSUFFICIENT";
  public static final String PERMISSION_DENIED = "MCP_PERMISSION_DENIED";

  // The host application, and the rest.
  public static final String URL_ELICITATION_REQUIRED = "MCP_URL_ELICITATION_REQUIRED";
  public static final String USER_INPUT_REQUIRED = "MCP_USER_INPUT_REQUIRED";
  public static final String USER_DECLINED = "MCP_USER_DECLINED";
  public static final String CLIENT_HANDLER_FAILED = "MCP_CLIENT_HANDLER_FAILED";
  public static final String CANCELLED = "MCP_CANCELLED";
  public static final String INTERNAL_ERROR = "MCP_INTERNAL_ERROR";
  public static final String UNKNOWN = "MCP_UNKNOWN";

  private Codes() {}
}
