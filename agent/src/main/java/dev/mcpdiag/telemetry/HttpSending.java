package dev.mcpdiag.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * OTLP over HTTP/1.1: one kind of request, on plain sockets that no other agent instruments, with
 * connections kept for the next request.
 */
final class HttpSending implements OtlpSender {
  private static final int IDLE_KEPT = 2;

  private final ExportSettings.Target target;
  private final Tls tls;
  private final ExecutorService executor;
  private final String head;
  private final Deque<HttpConnection> idle = new ArrayDeque<>();
  private final Set<HttpConnection> busy = new HashSet<>();
  private volatile int cancellations;

  HttpSending(ExportSettings.Target target, String version, Tls tls, ExecutorService executor) {
    this.target = target;
    this.tls = tls;
    this.executor = executor;
    this.head = headOf(target, version);
  }

  @Override
  public ExportSettings.Target target() {
    return target;
  }

  @Override
  public void send(byte[] message, Consumer<Outcome> done) {
    try {
      executor.execute(() -> done.accept(exchange(message)));
    } catch (RejectedExecutionException e) {
      done.accept(Outcome.of(e));
    }
  }

  @Override
  public void cancel() {
    Set<HttpConnection> all;
    synchronized (this) {
      cancellations = cancellations + 1;
      all = new HashSet<>(busy);
      all.addAll(idle);
      idle.clear();
    }
    for (HttpConnection connection : all) {
      connection.close();
    }
  }

  private Outcome exchange(byte[] message) {
    long deadline = System.nanoTime() + target.timeout().toNanos();
    try {
      byte[][] request = request(message);
      HttpConnection kept = takeIdle();
      HttpAnswer answer = kept == null ? null : attemptOnKept(kept, request, deadline);
      if (answer == null) {
        answer = attempt(HttpConnection.open(target.endpoint(), tls, deadline), request, deadline);
      }
      return Outcome.of(answer);
    } catch (IOException | RuntimeException e) {
      return Outcome.of(e);
    }
  }

  /** Returns null if the peer had closed the connection meanwhile, which is its right. */
  private @Nullable HttpAnswer attemptOnKept(
      HttpConnection connection, byte[][] request, long deadline) throws IOException {
    int before = cancellations;
    try {
      return attempt(connection, request, deadline);
    } catch (IOException e) {
      boolean isOurDoing = e instanceof InterruptedIOException || cancellations != before;
      if (isOurDoing || connection.isAnswering()) {
        throw e;
      }
      return null;
    }
  }

  private HttpAnswer attempt(HttpConnection connection, byte[][] request, long deadline)
      throws IOException {
    synchronized (this) {
      busy.add(connection);
    }
    boolean reusable = false;
    try {
      HttpAnswer answer = connection.exchange(request, deadline);
      reusable = answer.keepsAlive();
      return answer;
    } finally {
      release(connection, reusable);
    }
  }

  private synchronized @Nullable HttpConnection takeIdle() {
    HttpConnection connection = idle.poll();
    while (connection != null && connection.isStale()) {
      connection.close();
      connection = idle.poll();
    }
    return connection;
  }

  private void release(HttpConnection connection, boolean reusable) {
    synchronized (this) {
      busy.remove(connection);
      if (reusable && idle.size() < IDLE_KEPT) {
        idle.push(connection);
        return;
      }
    }
    connection.close();
  }

  /** Head and body. */
  private byte[][] request(byte[] message) throws IOException {
    byte[] body = message;
    if (target.gzip()) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(message.length / 3 + 32);
      try (OutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(message);
      }
      body = packed.toByteArray();
    }
    byte[] start =
        (head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    return new byte[][] {start, body};
  }

  private static String headOf(ExportSettings.Target target, String version) {
    URI to = target.endpoint();
    String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
    String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
    StringBuilder head = new StringBuilder(256);
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(to.getHost());
    if (to.getPort() >= 0) {
      head.append(':').append(to.getPort());
    }
    head.append("\r\nUser-Agent: mcpdiag/").append(version);
    head.append("\r\nContent-Type: application/x-protobuf\r\n");
    if (target.gzip()) {
      head.append("Content-Encoding: gzip\r\n");
    }
    for (Map.Entry<String, String> header : target.headers().entrySet()) {
      head.append(oneLine(header.getKey())).append(": ").append(oneLine(header.getValue()));
      head.append("\r\n");
    }
    return head.toString();
  }

  /** A line break in a setting must not become a header of its own. */
  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
