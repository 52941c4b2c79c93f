package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A running {@code labapp.AuthorizationApp}. */
final class AuthorizationProcess implements AutoCloseable {
  private static final int PORTS = 48;

  private final ChildJvm jvm;
  private final int issuer;
  private final Deque<Integer> ports = new ArrayDeque<>();

  AuthorizationProcess(String version) throws IOException {
    jvm =
        new ChildJvm.Launch(Path.of(System.getProperty("java.home")))
            .option("-XX:TieredStopAtLevel=1")
            .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
            .start(
                LoginClasspath.ofServer(version),
                List.of("labapp.AuthorizationApp", Integer.toString(PORTS)));
    String line = jvm.awaitLine("listening ", Duration.ofSeconds(90));
    for (String port : line.substring("listening ".length()).split(" ", -1)) {
      ports.add(Integer.valueOf(port));
    }
    issuer = ports.remove();
  }

  /** The authorization server itself. */
  String issuer() {
    return "http://127.0.0.1:" + issuer;
  }

  /** A port of the MCP server that nobody else uses. */
  int port() {
    return ports.remove();
  }

  /** What passed between it and its clients: full of secrets. */
  String wire() {
    return jvm.stdoutText();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
