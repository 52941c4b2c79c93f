package dev.mcpdiag.lab;

import dev.mcpdiag.lab.OtlpReceiver.Mood;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JVM with the agent whose calls fail twenty times a second, and its collector that cannot be had
 * meanwhile.
 */
final class Outage implements AutoCloseable {
  static final int PER_SECOND = 20;

  private final String name;
  private final int failures;
  private final int port;
  private final ChildJvm application;
  private @Nullable OtlpReceiver receiver;

  private Outage(
      String name, int failures, int port, @Nullable OtlpReceiver receiver, ChildJvm application) {
    this.name = name;
    this.failures = failures;
    this.port = port;
    this.receiver = receiver;
    this.application = application;
  }

  /**
   * Starts the application.
   *
   * @param mood what the collector does, null for a collector that is not there
   * @param server whose tool {@code broken} fails
   */
  static Outage begin(String name, @Nullable Mood mood, Target server, int failures)
      throws IOException {
    OtlpReceiver receiver = null;
    if (mood != null) {
      receiver = new OtlpReceiver();
      receiver.turn(mood);
    }
    int port = receiver == null ? freePort() : receiver.port();
    ChildJvm.Launch launch =
        SteadyClient.launch("outage")
            .option("-Xmx96m")
            .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port);
    ChildJvm application = SteadyClient.start(launch, server, failures, PER_SECOND);
    return new Outage(name, failures, port, receiver, application);
  }

  private static int freePort() throws IOException {
    try (SocketChannel bound = SocketChannel.open()) {
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return ((InetSocketAddress) bound.getLocalAddress()).getPort();
    }
  }

  String name() {
    return name;
  }

  /** Returns when all calls have failed. */
  void awaitFailures() throws IOException {
    String line = application.awaitLine("failed ", Duration.ofSeconds(60 + failures / PER_SECOND));
    if (!line.equals("failed " + failures)) {
      throw new IOException("not every call failed: " + line);
    }
  }

  /** The collector is well again. */
  OtlpReceiver end() throws IOException {
    OtlpReceiver well = receiver == null ? new OtlpReceiver(port) : receiver;
    receiver = well;
    well.turn(Mood.WELL);
    return well;
  }

  /** Trace ids of the failure events that arrived, of each once. */
  static Set<String> debugIds(OtlpReceiver from) {
    return from.events().stream()
        .filter(OtlpEvent::isFailure)
        .map(OtlpEvent::traceId)
        .collect(Collectors.toSet());
  }

  /** Sends SIGTERM; returns how long the JVM took to end. */
  Duration terminate() throws IOException {
    long start = System.nanoTime();
    application.terminate();
    application.await(Duration.ofSeconds(20));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  String stderr() {
    return application.stderrText();
  }

  @Override
  public void close() {
    application.close();
    if (receiver != null) {
      receiver.close();
    }
  }
}
