package dev.mcpdiag.example;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The two client APIs of the SDK: each connects, makes one request, closes, and tells. */
enum Api {
  SYNC {
    @Override
    String visit(McpClientTransport transport, Patience patience, Step step) {
      McpSyncClient client =
          McpClient.sync(transport)
              .initializationTimeout(patience.initialization())
              .requestTimeout(patience.request())
              .build();
      String attempt = "initialize";
      try {
        client.initialize();
        attempt = step.name();
        return attempt + " -> " + step.sync().apply(client);
      } catch (RuntimeException e) {
        return attempt + " -> " + Chain.of(e);
      } finally {
        client.closeGracefully();
      }
    }
  },

  ASYNC {
    @Override
    String visit(McpClientTransport transport, Patience patience, Step step) {
      McpAsyncClient client =
          McpClient.async(transport)
              .initializationTimeout(patience.initialization())
              .requestTimeout(patience.request())
              .build();
      Mono<String> request = told(step.name(), Mono.defer(() -> step.async().apply(client)));
      Mono<String> visit =
          client
              .initialize()
              .then(Mono.just(request))
              .onErrorResume(e -> Mono.just(told("initialize", Mono.error(e))))
              .flatMap(told -> told);
      try {
        return String.valueOf(visit.block());
      } finally {
        client.closeGracefully().onErrorComplete().block(CLOSE_TIMEOUT);
      }
    }
  };

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  /** The result line of one visit; a failure of the server is a result too. */
  abstract String visit(McpClientTransport transport, Patience patience, Step step);

  /** The result line of one request, whichever way it goes. */
  static Mono<String> told(String attempt, Mono<String> request) {
    return request.onErrorResume(e -> Mono.just(Chain.of(e))).map(text -> attempt + " -> " + text);
  }
}
