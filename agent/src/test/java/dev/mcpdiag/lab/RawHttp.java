package dev.mcpdiag.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A streamable or stateless server, spoken to by plain POSTs. */
final class RawHttp implements RawPeer {
  private static final String BOTH = "application/json, text/event-stream";

  private final URI endpoint;
  private final boolean hasSessions;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Mailbox answers = new Mailbox();
  private @Nullable String session;

  RawHttp(int port, boolean hasSessions) {
    this.endpoint = URI.create("http://127.0.0.1:" + port + "/mcp");
    this.hasSessions = hasSessions;
  }

  @Override
  public void initialize() throws IOException {
    if (!hasSessions) {
      return;
    }
    HttpResponse<String> hello = post("hello", RawPeer.hello(), BOTH, "application/json").join();
    session = hello.headers().firstValue("mcp-session-id").orElseThrow();
    var unused = post("ready", RawPeer.ready(), BOTH, "application/json").join();
  }

  @Override
  public void send(String id, String json) {
    var unused = post(id, json, BOTH, "application/json");
  }

  @Override
  public void sendOutside() {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/list\"}";
    post("outside-json", "{\"jsonrpc\":", BOTH, "application/json").join();
    post("outside-rpc", "{\"foo\":1}", BOTH, "application/json").join();
    post("outside-accept", list, "text/html", "application/json").join();
    if (hasSessions) {
      String mine = session;
      session = "d0e2c0de-0000-4000-8000-000000000000";
      post("outside-unknown", list, BOTH, "application/json").join();
      session = null;
      post("outside-without", list, BOTH, "application/json").join();
      session = mine;
    }
  }

  private CompletableFuture<HttpResponse<String>> post(
      String id, String body, String accept, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Accept", accept)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String current = session;
    if (current != null) {
      request.header("mcp-session-id", current);
    }
    var text = HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), text);
    var unused =
        answer.whenComplete(
            (response, error) ->
                answers.put(id, response == null ? "no answer: " + error : text(response)));
    return answer;
  }

  private static String text(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return response.statusCode() + " " + type + "\n" + response.body();
  }

  @Override
  public Map<String, String> answers(int count, Duration patience) {
    return answers.await(count, patience);
  }

  @Override
  public void close() {
    // Connections end with the server.
  }
}
