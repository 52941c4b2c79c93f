package dev.mcpdiag.lab;

import dev.mcpdiag.lab.HttpPeer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ways to answer an HTTP request, most of them wrong. */
public final class Answers {
  public static final String LOGIN_PAGE =
      "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>";

  private Answers() {}

  /** A status with a plain text body; headers as {@code Name: value}. */
  public static Answer status(int code, String... headers) {
    return with(code, "text/plain", "no", headers);
  }

  public static Answer html(int code, String... headers) {
    return with(code, "text/html; charset=utf-8", LOGIN_PAGE, headers);
  }

  public static Answer json(int code, String body, String... headers) {
    return with(code, "application/json", body, headers);
  }

  public static Answer with(int code, String mediaType, String body, String... headers) {
    return (request, connection) -> write(connection, code, mediaType, body, headers);
  }

  /** A status and headers, no body and no media type. */
  public static Answer bare(int code) {
    return (request, connection) ->
        send(connection, "HTTP/1.1 " + code + " Lab\r\nContent-Length: 0\r\n\r\n");
  }

  /** Bytes as they are, then the end of the connection. */
  public static Answer raw(String bytes) {
    return (request, connection) -> {
      send(connection, bytes);
      connection.close();
    };
  }

  /** A reset: the peer's kernel says so. */
  public static Answer reset() {
    return (request, connection) -> drop(connection);
  }

  public static Answer hangUp() {
    return (request, connection) -> connection.close();
  }

  /** Nothing, until the client gives up. */
  public static Answer never() {
    return (request, connection) -> awaitGoodbye(connection);
  }

  /** A status line and then a header byte now and then. */
  public static Answer slowHeaders() {
    return (request, connection) -> {
      send(connection, "HTTP/1.1 200 OK\r\nX-Padding: ");
      for (int i = 0; i < 100; i++) {
        send(connection, "x");
        pause(200);
      }
    };
  }

  /** The head of an event stream and no event. */
  public static Answer silentStream(String... headers) {
    return (request, connection) -> {
      send(connection, streamHead(headers));
      awaitGoodbye(connection);
    };
  }

  /** The head of an event stream, a comment, and no event. */
  static Answer commentThenSilence() {
    return (request, connection) -> {
      send(connection, streamHead() + chunk(": hello\n\n"));
      awaitGoodbye(connection);
    };
  }

  /** An endpoint event as HTTP/1.0 servers write it: a proxy that buffers waits for its end. */
  static Answer unchunkedEndpoint() {
    return (request, connection) -> {
      send(connection, "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
      pause(200);
      send(connection, "event: endpoint\ndata: /message?sessionId=S1\n\n");
      awaitGoodbye(connection);
    };
  }

  /** An event stream that ends well before the answer. */
  public static Answer endingStream() {
    return (request, connection) -> {
      send(connection, streamHead() + chunk(": hello\n\n") + "0\r\n\r\n");
      connection.close();
    };
  }

  /** An event stream whose connection is reset before the answer. */
  public static Answer resetStream() {
    return (request, connection) -> {
      send(connection, streamHead() + chunk(": hello\n\n"));
      pause(200);
      drop(connection);
    };
  }

  /** One answer for the first request, another for all that follow. */
  static Answer once(Answer first, Answer then) {
    AtomicBoolean isUsed = new AtomicBoolean();
    return (request, connection) -> (isUsed.getAndSet(true) ? then : first).to(request, connection);
  }

  public static Answer later(long millis, Answer answer) {
    return (request, connection) -> {
      pause(millis);
      answer.to(request, connection);
    };
  }

  /** A JSON-RPC answer with this {@code result}. */
  public static Answer result(String json) {
    return (request, connection) ->
        write(connection, 200, "application/json", envelope(request, "\"result\":" + json));
  }

  /** The result of a tool with a text of so many characters. */
  static Answer bigResult(String chars) {
    String text = "x".repeat(Integer.parseInt(chars));
    return result(
        "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}],\"isError\":false}");
  }

  /** A JSON-RPC error over HTTP 200. */
  public static Answer rpcError(int code, String message) {
    return rpcError(200, code, message, null);
  }

  public static Answer rpcError(
      int status, int code, String message, @org.jspecify.annotations.Nullable String data) {
    String error =
        "\"error\":{\"code\":%d,\"message\":\"%s\"%s}"
            .formatted(code, message, data == null ? "" : ",\"data\":" + data);
    return (request, connection) ->
        write(connection, status, "application/json", envelope(request, error));
  }

  public static String envelope(HttpRequestSeen request, String outcome) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + request.rpcId() + "," + outcome + "}";
  }

  public static void write(
      Socket connection, int code, String mediaType, String body, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " Lab\r\n");
    head.append("Content-Type: ").append(mediaType).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    send(connection, head + body);
  }

  static String streamHead(String... headers) {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Transfer-Encoding: chunked\r\n\r\n").toString();
  }

  static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  public static void send(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void drop(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
    connection.close();
  }

  static void awaitGoodbye(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // A client that waits says nothing; what it says is not for us.
    }
    connection.close();
  }

  public static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
