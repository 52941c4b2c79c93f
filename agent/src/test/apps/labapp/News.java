package labapp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notifications both ways, and what listens to them. Of two lists that change, one finds no room;
 * log messages are not wanted at all, and the server has no use for roots.
 */
final class News {
  /** The tool that has the server tell its client of changed lists. */
  static final String TOOL = "news";

  private static final List<String> CHANGES =
      List.of("notifyToolsListChanged", "notifyPromptsListChanged");
  private static final long TIME_TO_LISTEN = 300;

  private News() {}

  /** What a client listens with. */
  static void hear(Object specification, boolean isSync) throws Exception {
    listen(specification, isSync, "toolsChangeConsumer", "no room for tools");
    listen(specification, isSync, "promptsChangeConsumer", "");
    listen(specification, isSync, "loggingConsumer", "no place for logs");
  }

  private static void listen(Object to, boolean isSync, String with, String complaint)
      throws Exception {
    if (isSync) {
      Consumer<Object> consumer = news -> complain(complaint);
      Loose.call(to, with, consumer);
    } else {
      Function<Object, Mono<Void>> consumer =
          news -> complaint.isEmpty() ? Mono.empty() : Mono.error(complaint(complaint));
      Loose.call(to, with, consumer);
    }
  }

  /** What a server listens with. */
  static void hearOfRoots(Object specification, boolean isSync) throws Exception {
    if (isSync) {
      BiConsumer<Object, Object> consumer = (exchange, roots) -> complain("no use for roots");
      Loose.call(specification, "rootsChangeHandler", consumer);
    } else {
      BiFunction<Object, Object, Mono<Void>> consumer =
          (exchange, roots) -> Mono.error(complaint("no use for roots"));
      Loose.call(specification, "rootsChangeHandler", consumer);
    }
  }

  private static void complain(String complaint) {
    if (!complaint.isEmpty()) {
      Tools.aMoment(); // who throws at once may interrupt the SDK's thread
      throw complaint(complaint);
    }
  }

  private static IllegalStateException complaint(String text) {
    return new IllegalStateException(text);
  }

  /**
   * A server tells all its clients. Between the messages it waits until the clients have asked for
   * the lists: old SDK versions lose messages that two threads send at once.
   */
  static void tell(Object server) throws Exception {
    for (String what : CHANGES) {
      Loose.call(server, what);
      Thread.sleep(TIME_TO_LISTEN);
    }
  }

  /** The same of a server that blocks nowhere. */
  static Mono<Void> telling(Object server) {
    return Flux.fromIterable(CHANGES)
        .concatMap(
            what ->
                Mono.defer(() -> told(server, what))
                    .then(Mono.delay(Duration.ofMillis(TIME_TO_LISTEN))))
        .then();
  }

  private static Mono<?> told(Object server, String what) {
    try {
      return (Mono<?>) Loose.call(server, what);
    } catch (Exception e) {
      return Mono.error(e);
    }
  }

  /** Until the background stream stands, and until all is heard. */
  static void listenForAMoment() throws InterruptedException {
    Thread.sleep(TIME_TO_LISTEN);
  }

  /** A client that blocks nowhere. */
  static void visit(McpClientTransport transport) throws Exception {
    McpClient.AsyncSpec specification =
        McpClient.async(transport).capabilities(ClientCapabilities.builder().roots(true).build());
    hear(specification, false);
    McpAsyncClient client = specification.build();
    client.initialize().block();
    listenForAMoment();
    for (String tool : List.of(TOOL, "telling")) {
      client.callTool(new CallToolRequest(tool, Map.of())).block();
    }
    client.rootsListChangedNotification().block();
    listenForAMoment();
    client.closeGracefully().block();
  }
}
