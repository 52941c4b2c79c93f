package dev.mcpdiag.lab;

import dev.mcpdiag.lab.HttpPeer.Answer;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A healthy MCP server over HTTP+SSE, but for what it is told to do otherwise: at the stream
 * ({@code GET}), at a method, or at a tool ({@code tools/call slow}). Answers go over the stream of
 * the session that the message endpoint names.
 */
final class SsePeer implements Answer {
  /** What the peer does with a posted message. */
  @FunctionalInterface
  interface Reaction {
    void to(HttpRequestSeen request, Socket post, Socket stream) throws IOException;
  }

  private final Map<String, Reaction> otherwise = new TreeMap<>();
  private final Map<String, Socket> streams = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private @Nullable Answer atStream;

  /** The answer to the GET, instead of an event stream. */
  SsePeer atStream(Answer answer) {
    atStream = answer;
    return this;
  }

  SsePeer but(String what, Reaction reaction) {
    otherwise.put(what, reaction);
    return this;
  }

  @Override
  public void to(HttpRequestSeen request, Socket connection) throws IOException {
    if (request.verb().equals("GET")) {
      if (atStream == null) {
        open(connection);
      } else {
        atStream.to(request, connection);
      }
      return;
    }
    Socket stream = streams.get(request.path().replaceFirst(".*sessionId=", ""));
    if (stream == null) {
      Answers.write(connection, 404, "text/plain", "no such session");
      return;
    }
    reaction(request).to(request, connection, stream);
  }

  private void open(Socket connection) throws IOException {
    String session = "S" + sessions.incrementAndGet();
    streams.put(session, connection);
    Answers.send(connection, Answers.streamHead());
    Answers.send(
        connection, Answers.chunk("event: endpoint\ndata: /message?sessionId=" + session + "\n\n"));
    Answers.awaitGoodbye(connection);
  }

  private Reaction reaction(HttpRequestSeen request) {
    String method = request.rpcMethod();
    for (String what : new String[] {method + " " + request.name(), method}) {
      Reaction special = otherwise.get(what);
      if (special != null) {
        return special;
      }
    }
    if (request.rpcId().isEmpty() || method.isEmpty()) {
      return silence();
    }
    String result = McpPeer.result(request);
    return result == null ? error(-32601, "Method not found") : result(result);
  }

  /** 202 and nothing more. */
  static Reaction silence() {
    return (request, post, stream) -> accept(post);
  }

  static Reaction result(String json) {
    return event(request -> Answers.envelope(request, "\"result\":" + json));
  }

  static Reaction error(int code, String message) {
    String error = "\"error\":{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    return event(request -> Answers.envelope(request, error));
  }

  /** An event of this text. */
  static Reaction text(String text) {
    return event(request -> text);
  }

  private static Reaction event(java.util.function.Function<HttpRequestSeen, String> data) {
    return (request, post, stream) -> {
      accept(post);
      String event = "event: message\ndata: " + data.apply(request) + "\n\n";
      synchronized (stream) {
        Answers.send(stream, Answers.chunk(event));
      }
    };
  }

  /** The message is refused over HTTP. */
  static Reaction refusal(Answer answer) {
    return (request, post, stream) -> answer.to(request, post);
  }

  /** The message is taken, then the stream breaks. */
  static Reaction cut() {
    return (request, post, stream) -> {
      accept(post);
      Answers.pause(200);
      Answers.drop(stream);
    };
  }

  /** All is well, and only then the stream breaks. */
  static Reaction resultThenCut() {
    Reaction answer =
        result("{\"content\":[{\"type\":\"text\",\"text\":\"fine\"}],\"isError\":false}");
    return (request, post, stream) -> {
      answer.to(request, post, stream);
      Answers.pause(200);
      Answers.drop(stream);
    };
  }

  /** The message is taken, then the stream ends in good order. */
  static Reaction end() {
    return (request, post, stream) -> {
      accept(post);
      Answers.pause(200);
      Answers.send(stream, "0\r\n\r\n");
      stream.close();
    };
  }

  private static void accept(Socket post) throws IOException {
    Answers.bare(202).to(new HttpRequestSeen("", "", Map.of(), ""), post);
  }
}
