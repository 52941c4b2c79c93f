package labapp;

import java.time.Duration;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * A server that many callers may ask at once: {@code echo}, {@code broken} and {@code heap}, which
 * tells what its JVM holds. Arguments: {@code stdio} or {@code streamable}; prints {@code listening
 * <port>}.
 */
public final class CrowdServer {
  /** A handler that fails at once may destroy its own answer in the SDK. */
  private static final Duration MOMENT = Duration.ofMillis(20);

  private CrowdServer() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("stdio")) {
      start(Servers.stdio());
      Thread.currentThread().join();
      return;
    }
    Object transport = Servers.http(args[0]);
    start(transport);
    System.out.println("listening " + Web.serve(transport, 1).ports());
    System.out.flush();
    Thread.currentThread().join();
  }

  private static void start(Object transport) throws Exception {
    Object server =
        Loose.statically("io.modelcontextprotocol.server.McpServer", "async", transport);
    Loose.call(server, "serverInfo", "lab-crowd", "1.0");
    offer(server, "echo", Mono.fromSupplier(() -> Tools.result("echo", false)));
    offer(
        server,
        "broken",
        Mono.delay(MOMENT).then(Mono.error(() -> new IllegalStateException("ledger 7 is closed"))));
    offer(server, "heap", Mono.fromSupplier(() -> Tools.result("heap " + Heap.bytes(), false)));
    Loose.call(server, "build");
  }

  private static void offer(Object server, String name, Mono<?> work) throws Exception {
    BiFunction<Object, Object, Object> handler = (exchange, request) -> work;
    Loose.call(server, "toolCall", Tools.declared(name), handler);
  }
}
