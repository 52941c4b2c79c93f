package dev.mcpdiag.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A client without any SDK: it sends bytes and keeps the bytes that come back. */
interface RawPeer extends AutoCloseable {
  /** Sends a request; the answer is kept under its id. */
  void send(String id, String json) throws IOException;

  /** Initializes the session, where there is one. */
  void initialize() throws IOException;

  /** Requests that never get to a handler. */
  void sendOutside() throws IOException;

  /** Answers by id, as soon as there are so many, or nothing has come for a while. */
  Map<String, String> answers(int count, Duration patience);

  @Override
  void close();

  /** What initialize says; the SDK's newest versions agree on this revision. */
  static String hello() {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"hello\",\"method\":\"initialize\",\"params\":"
        + "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{},"
        + "\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}";
  }

  static String ready() {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  }
}
