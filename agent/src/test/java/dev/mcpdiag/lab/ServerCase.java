package dev.mcpdiag.lab;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to a server, and what must be said about it.
 *
 * @param params members of the params object, without braces and without {@code _meta}
 * @param spanName name of the server's span
 * @param expected the one failure event; null: none
 * @param rpcCode {@code rpc.response.status_code} of the span, null if it must not be there
 * @param isError whether the span's status is error
 * @param timing when it is sent, and whether an answer comes
 */
record ServerCase(
    String name,
    String method,
    String params,
    String spanName,
    @Nullable Expected expected,
    @Nullable Integer rpcCode,
    boolean isError,
    Timing timing) {

  /** Whose handler answers with the trace that it sees. */
  static final String DEBUG_ID = "debugid";

  /** Whose handler sends a log message to the client. */
  static final String TELLING = "telling";

  /** Whether the answer names the trace that is current in the handler. */
  boolean isAboutTrace() {
    return name.endsWith(DEBUG_ID);
  }

  /** Whether a notification comes before the answer. */
  boolean isTelling() {
    return name.endsWith(TELLING);
  }

  /** When a request is sent. */
  enum Timing {
    /** Before initialize; the answer comes late or never. */
    EARLY,
    /** In the midst of others. */
    TOGETHER,
    /** After all others: it may take the server's thread with it. */
    LAST
  }

  static ServerCase tool(String name) {
    return of("tool-" + name, "tools/call", "\"name\":\"" + name + "\",\"arguments\":{}")
        .spanned("tools/call " + name);
  }

  static ServerCase prompt(String name) {
    return of("prompt-" + name, "prompts/get", "\"name\":\"" + name + "\",\"arguments\":{}")
        .spanned("prompts/get " + name);
  }

  static ServerCase resource(String name) {
    return of("resource-" + name, "resources/read", "\"uri\":\"lab://" + name + "\"");
  }

  static ServerCase completion(String name) {
    return of(
        "completion-" + name,
        "completion/complete",
        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\""
            + name
            + "\"},\"argument\":{\"name\":\"city\",\"value\":\"O\"}");
  }

  static ServerCase of(String name, String method, String params) {
    return new ServerCase(name, method, params, method, null, null, false, Timing.TOGETHER);
  }

  private ServerCase spanned(String as) {
    return new ServerCase(name, method, params, as, expected, rpcCode, isError, timing);
  }

  /** Answered with a JSON-RPC error that makes the span an error, or not. */
  ServerCase gives(Expected failure, @Nullable Integer code, boolean spanIsError) {
    return new ServerCase(name, method, params, spanName, failure, code, spanIsError, timing);
  }

  /** Like the most of them: the SDK answers -32603. */
  ServerCase gives(Expected failure) {
    return gives(failure, -32603, true);
  }

  ServerCase at(Timing when) {
    return new ServerCase(name, method, params, spanName, expected, rpcCode, isError, when);
  }

  /** The trace that the request says it belongs to; another one for each server. */
  String traceId(String mode) {
    byte[] seed = (mode + '/' + name).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
  }

  /** The span that the request says it was sent in. */
  String parentSpanId(String mode) {
    return traceId(mode).substring(0, 16);
  }

  String json(String mode) {
    String meta =
        "\"_meta\":{\"traceparent\":\"00-%s-%s-01\"}".formatted(traceId(mode), parentSpanId(mode));
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":{%s%s}}"
        .formatted(name, method, params.isEmpty() ? "" : params + ",", meta);
  }
}
