package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Servers;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls without end: a healthy one every second, and every few seconds a visit that fails. */
final class Traffic {
  private static final int FAILURE_SECONDS = 4;
  private static final int PROGRESS_SECONDS = 10;
  private static final int END_SECONDS = 5;

  private final List<Exhibit> failing;
  private final Servers servers;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private int answered;
  private int unanswered;
  private int visits;

  Traffic(List<Exhibit> exhibits, Servers servers, PrintStream out) {
    this.failing = exhibits.stream().filter(e -> !e.isHealthy() && !e.isPatient()).toList();
    this.servers = servers;
    this.out = out;
  }

  /** Keeps calling, and returns when it was told to stop. */
  void flow() throws InterruptedException {
    McpSyncClient client = McpClient.sync(Exhibits.TOMCAT.transport(servers)).build();
    out.println("Calls are going out; stop them with Ctrl-C.");
    try {
      for (int second = 1; !stopped.await(1, TimeUnit.SECONDS); second++) {
        call(client);
        if (second % FAILURE_SECONDS == 0) {
          failing.get(visits++ % failing.size()).visit(servers);
        }
        if (second % PROGRESS_SECONDS == 0) {
          tell();
        }
      }
    } finally {
      client.closeGracefully();
      ended.countDown();
    }
  }

  /** Ends the flow; called by the JVM's shutdown, which must not wait for long. */
  void stop() {
    stopped.countDown();
    try {
      ended.await(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException ignored) {
      // Nobody interrupts a shutdown for a reason that we could serve.
      Thread.currentThread().interrupt();
    }
  }

  private void call(McpSyncClient client) {
    try {
      if (Exhibits.ECHO.sync().apply(client).equals("hello")) {
        answered++;
      } else {
        unanswered++;
      }
    } catch (RuntimeException ignored) {
      // Counted: the application goes on calling, whatever happened.
      unanswered++;
    }
  }

  private void tell() {
    out.printf(
        "%d calls answered, %d not; %d visits to servers that fail%n",
        answered, unanswered, visits);
  }
}
