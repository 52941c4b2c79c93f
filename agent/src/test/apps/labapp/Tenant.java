package labapp;

import java.util.Map;

/** One of the {@link Tenants}: two calls, the second fails, and leaves nothing running. */
public final class Tenant {
  private Tenant() {}

  public static void main(String[] args) throws Exception {
    Client client = Client.of(Errand.of("transport=streamable\turl=" + args[0]));
    client.initialize();
    System.out.println(Outcome.succeeded(client.call("echo", Map.of())));
    try {
      client.call("broken", Map.of());
    } catch (Exception expected) {
      System.out.println(Outcome.failed(expected));
    }
    client.close();
    Loose.statically("reactor.core.scheduler.Schedulers", "shutdownNow");
  }
}
