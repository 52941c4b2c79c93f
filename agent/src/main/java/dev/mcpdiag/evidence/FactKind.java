package dev.mcpdiag.evidence;

/** The fixed vocabulary of facts; the text is what {@code mcpdiag.evidence} shows. */
public enum FactKind {
  /** A setting holds a variable that was never filled in: url, headers or command. */
  CONFIG_PLACEHOLDER("config.placeholder"),
  /** The transport refused a setting as it is written; value: always url. */
  CONFIG_REFUSED("config.refused"),
  /** An HTTP request left; value: the HTTP method. */
  HTTP_REQUEST("http.request"),
  /** That request carried an Authorization header, or a key header of its own: sent or none. */
  HTTP_CREDENTIALS("http.credentials"),
  /** That request named an MCP session: sent or none. */
  HTTP_SESSION("http.session"),
  /** Whether a connection stands and the body of the request goes over it: no, then yes. */
  HTTP_SENT("http.sent"),
  /** The status of its answer. */
  HTTP_STATUS("http.status"),
  /** Media type of the answer, without parameters; other where it is no usual one. */
  HTTP_MEDIA_TYPE("http.media_type"),
  /** Retry-After of the answer in milliseconds. */
  HTTP_RETRY_AFTER("http.retry_after_ms"),
  /** The answer had RateLimit headers. */
  HTTP_RATE_LIMIT("http.rate_limit"),
  /** WWW-Authenticate: scheme, error, what its description is about, and scope only. */
  HTTP_CHALLENGE("http.challenge"),
  /** A header shows something between us and the server: via, cf-ray or a proxy's name. */
  HTTP_INTERMEDIARY("http.intermediary"),
  /** Where a redirect points: same_host or other_host. */
  HTTP_REDIRECT("http.redirect"),
  /** JSON-RPC error code found in the body of a refused request. */
  HTTP_RPC_ERROR("http.rpc_error"),
  /** A known short text in the body of a refused request: session, origin or host. */
  HTTP_BODY("http.body"),
  /** Our own transport refused a request before any call; value: the status. */
  HTTP_REFUSED("http.refused"),
  /** A message of a client could not be read; value: always yes. */
  INPUT_UNREADABLE("input.unreadable"),
  /** A server's session at the time of a request; value: uninitialized. */
  SESSION_STATE("session.state"),
  /** The exchange failed; value: class of the innermost cause. */
  HTTP_ERROR("http.error"),
  /**
   * Code of the application that prepares a request has not come back; value: what its thread is
   * at, token_request, sign_in, http_request or other.
   */
  REQUEST_PREPARING("request.preparing"),
  /** That code failed, so the request never left; value: class of the innermost cause. */
  REQUEST_UNPREPARED("request.unprepared"),
  /**
   * The application signs in because a request was refused: begun, healed, given_up, or the class
   * of its failure.
   */
  OAUTH_FLOW("oauth.flow"),
  /** What a failed sign-in was at, by the code that threw: registration, metadata or token. */
  OAUTH_STEP("oauth.step"),
  /** Text over HTTP was parsed and is no message; value: its length. */
  MESSAGE_UNREADABLE("message.unreadable"),
  /** First byte of an event stream. */
  STREAM_FIRST_BYTE("stream.first_byte"),
  /** An event stream ended: clean, or the class of the error. */
  STREAM_ENDED("stream.ended"),
  /** Streams of this server end at the same age or after the same silence; value: how long. */
  STREAM_SAME_AGE("stream.same_age"),
  /** The transport could not connect; value: class of the innermost cause. */
  CONNECT_ERROR("connect.error"),
  /** A server process started; value: its process id is not kept, always yes. */
  PROCESS_STARTED("process.started"),
  /** The start failed: not_found, bad_directory, not_permitted or other. */
  PROCESS_START_ERROR("process.start_error"),
  /** A server process ended; value: its exit code. */
  PROCESS_EXIT("process.exit"),
  /** A server process wrote to stderr; value: how many lines so far. */
  PROCESS_STDERR("process.stderr_lines"),
  /** A line of a stdio server could not be read as a message; value: its length. */
  STDIO_UNPARSABLE("stdio.unparsable"),
  /** Nobody reads the stdio server's output any more. */
  STDIO_READER_ENDED("stdio.reader_ended"),
  /** A failed result has a known structured shape; value: its name and what it says. */
  RESULT_SHAPE("result.shape"),
  /** A throwable that the SDK kept to itself; value: its class. */
  SDK_HIDDEN("sdk.hidden"),
  /** The application began to close this client or server: yes; or this JVM ends: jvm. */
  CLOSING("client.closing");

  private final String text;

  FactKind(String text) {
    this.text = text;
  }

  /** The kind as exported. */
  public String text() {
    return text;
  }
}
