package dev.mcpdiag.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of the old transport: POSTs go in, answers come on one event stream. */
final class RawSse implements RawPeer {
  private static final long MOST_MILLIS = 800;

  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Mailbox answers = new Mailbox();
  private final CompletableFuture<String> endpoint = new CompletableFuture<>();

  RawSse(int port) throws IOException {
    base = URI.create("http://127.0.0.1:" + port);
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/sse")).build();
    var opened = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    Thread reader = new Thread(() -> read(opened.join().body()), "lab-raw-sse");
    reader.setDaemon(true);
    reader.start();
    try {
      endpoint.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("no endpoint event", e);
    }
  }

  private void read(InputStream stream) {
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (!endpoint.isDone() && line.startsWith("data:")) {
          endpoint.complete(line.substring(5).strip());
        } else if (line.startsWith("data:")) {
          answers.put(Mailbox.idIn(line), line);
        }
      }
    } catch (IOException ignored) {
      // The server was killed: what came until then counts.
    }
  }

  @Override
  public void initialize() throws IOException {
    send("hello", RawPeer.hello());
    post("ready", endpoint.join(), RawPeer.ready()).join();
  }

  /** One after the other: the SDK's servlet writes its one stream from any thread. */
  @Override
  public void send(String id, String json) {
    try {
      post("post-" + id, endpoint.join(), json).get(MOST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException held) {
      // This one is never answered; the next may be.
    }
  }

  @Override
  public void sendOutside() {
    String path = base.resolve(endpoint.join()).getPath();
    String list = "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/list\"}";
    post("outside-json", endpoint.join(), "{\"jsonrpc\":").join();
    post("outside-rpc", endpoint.join(), "{\"foo\":1}").join();
    post("outside-without", path, list).join();
    post("outside-unknown", path + "?sessionId=d0e2c0de-0000-4000-8000-000000000000", list).join();
  }

  private CompletableFuture<String> post(String id, String to, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(to))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .handle(
            (response, error) -> {
              String text =
                  response == null
                      ? "no answer: " + error
                      : response.statusCode() + "\n" + response.body();
              answers.put(id, text);
              return text;
            });
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
