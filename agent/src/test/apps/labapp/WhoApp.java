package labapp;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An application that says for whom it calls. Arguments: the errand's settings. */
public final class WhoApp {
  private WhoApp() {}

  public static void main(String[] args) throws Exception {
    String settings = String.join("\t", args);
    Client client = Client.of(Errand.of(settings + "\tmode=sync"));
    client.initialize();
    call(client, "before");
    AutoCloseable alice = identity("alice@example.com", "chat-7");
    call(client, "inside");
    AutoCloseable inner = identity("", "chat-8");
    call(client, "nested");
    inner.close();
    call(client, "between");
    alice.close();
    call(client, "after");
    System.out.println("found " + found(client));
    client.close();
    reactive((Client.Reactive) Client.of(Errand.of(settings + "\tmode=async")));
    System.exit(0);
  }

  private static void call(Client client, String tool) {
    try {
      System.out.println(tool + "\t" + client.call(tool, Map.of()));
    } catch (Exception e) {
      System.out.println(tool + "\t" + Outcome.failed(e));
    }
  }

  /** Asked for in the scope, made later, on another thread, after a handshake on a third one. */
  private static void reactive(Client.Reactive client) throws Exception {
    AutoCloseable bob = identity("bob", "chat-9");
    Mono<String> asked = client.calling("reactive", Map.of());
    bob.close();
    String outcome =
        asked.subscribeOn(Schedulers.parallel()).onErrorResume(e -> Mono.just("failed")).block();
    System.out.println("reactive\t" + outcome);
    client.close();
  }

  private static Object found(Client client) throws Exception {
    Object result =
        ((Client.Blocking) client).client().callTool(new CallToolRequest("sad", Map.of()));
    Class<?> api = Class.forName("dev.mcpdiag.api.McpDiagnostics");
    return api.getMethod("find", Object.class).invoke(null, result);
  }

  private static AutoCloseable identity(String user, String conversation) throws Exception {
    String api = "dev.mcpdiag.api.McpDiagnostics";
    return (AutoCloseable) Loose.statically(api, "identity", user, conversation);
  }
}
