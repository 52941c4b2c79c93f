package dev.mcpdiag.benchmarks.parts;

import com.sun.management.ThreadMXBean;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connection;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.call.Invocation;
import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Role;
import dev.mcpdiag.call.ServerNames;
import dev.mcpdiag.failure.Request;
import dev.mcpdiag.redact.CallNames;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.servers.Servers;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * CPU time and bytes that one call costs the thread it ends on: span, classification, diagnosis,
 * without the hooks and the SDK, and without what the agent's own thread does later. CPU time,
 * because a busy machine disturbs it less than the clock.
 */
public final class CallCost {
  private static final int CALLS = 200;
  private static final int BATCHES = 200;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Invocation TOOL =
      new Invocation(
          new Request("tools/call", "search", null, null, List.of("query")),
          false,
          Duration.ofSeconds(20));

  private final Ending agent = new Ending();
  private final Calls calls = agent.calls();
  private final Connection connection =
      new Connections(
              new ServerNames(Map.of(), new CallNames(Redactor.standard())),
              new Servers(change -> {}))
          .of("a transport");

  private CallCost() {
    connection.locatedAt(URI.create("http://mcp.acme.test:8443"), Transport.STREAMABLE_HTTP);
  }

  /** Prints two lines. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    CallCost cost = new CallCost();
    cost.print("call that goes well", false);
    cost.print("failing call", true);
  }

  private void print(String what, boolean isFailing)
      throws InterruptedException, ExecutionException {
    double[] micros = new double[BATCHES];
    double[] bytes = new double[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      Throwable[] errors = SampleErrors.of(CALLS);
      long bytesBefore = THREAD.getCurrentThreadAllocatedBytes();
      long nanosBefore = THREAD.getCurrentThreadCpuTime();
      for (Throwable error : errors) {
        OpenCall call = calls.begin(Role.CLIENT_SENDS, connection, TOOL);
        if (isFailing) {
          call.threw(error, null);
        } else {
          call.succeeded();
        }
      }
      micros[batch] = (THREAD.getCurrentThreadCpuTime() - nanosBefore) / 1e3 / CALLS;
      bytes[batch] = (THREAD.getCurrentThreadAllocatedBytes() - bytesBefore) / (double) CALLS;
      agent.awaitCourier();
    }
    // The first half warms up.
    Arrays.sort(micros, BATCHES / 2, BATCHES);
    Arrays.sort(bytes, BATCHES / 2, BATCHES);
    int median = BATCHES * 3 / 4;
    System.out.printf(
        "%-20s %6.1f us (%.1f-%.1f)  %,7.0f bytes%n",
        what, micros[median], micros[BATCHES / 2], micros[BATCHES - 1], bytes[median]);
  }
}
