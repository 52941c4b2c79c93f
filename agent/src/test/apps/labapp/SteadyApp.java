package labapp;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An application that goes on calling a tool that fails, at an even pace, and then lives on until
 * it is terminated. Arguments: the errand, how many calls, how many a second.
 */
public final class SteadyApp {
  private SteadyApp() {}

  public static void main(String[] args) throws Exception {
    Client client = Client.of(Errand.of(args[0]));
    int calls = Integer.parseInt(args[1]);
    long pause = TimeUnit.SECONDS.toNanos(1) / Integer.parseInt(args[2]);
    client.initialize();
    System.out.println("begins");
    long start = System.nanoTime();
    int failed = 0;
    for (int i = 0; i < calls; i++) {
      TimeUnit.NANOSECONDS.sleep(start + i * pause - System.nanoTime());
      try {
        client.call("broken", Map.of());
      } catch (Exception expected) {
        failed++;
      }
    }
    System.out.println("failed " + failed);
    Thread.sleep(Long.MAX_VALUE);
  }
}
