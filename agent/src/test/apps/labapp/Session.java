package labapp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpClientSession;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The SDK's session without a client around it: for methods that the client does not offer. */
record Session(Object session) {
  private static final String TYPE = McpClientSession.class.getName();

  static Session of(Errand errand) throws Exception {
    McpClientTransport transport = Transports.of(errand);
    Duration timeout = errand.millis("requestTimeout", 3000);
    try {
      return new Session(Loose.create(TYPE, timeout, transport, Map.of(), Map.of()));
    } catch (NoSuchMethodException newer) {
      Function<Object, Object> same = connecting -> connecting;
      return new Session(Loose.create(TYPE, timeout, transport, Map.of(), Map.of(), same));
    }
  }

  /** Asks for a task. */
  Object task(String id) throws Exception {
    Field type = McpAsyncClient.class.getDeclaredField("CALL_TOOL_RESULT_TYPE_REF");
    type.setAccessible(true);
    Mono<?> answer =
        (Mono<?>)
            Loose.call(session, "sendRequest", "tasks/get", Map.of("taskId", id), type.get(null));
    return answer.toFuture().get(20, TimeUnit.SECONDS);
  }
}
