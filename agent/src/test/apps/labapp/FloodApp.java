package labapp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client whose model makes names up. {@code names}: calls that many tools, prompts and resources
 * that do not exist, and beside them each tool of {@link FloodServer} twenty times. {@code
 * servers}: connects to that many ports where nobody listens. Arguments: the word, how many, then
 * an errand's fields. Lives on until it is terminated.
 */
public final class FloodApp {
  private static final int AT_ONCE = 8;
  private static final int CALLS_OF_EACH = 20;

  private FloodApp() {}

  public static void main(String[] args) throws Exception {
    int many = Integer.parseInt(args[1]);
    List<String> fields = List.of(args).subList(2, args.length);
    if (args[0].equals("servers")) {
      for (int i = 0; i < many; i++) {
        String url = "\turl=http://127.0.0.1:" + (20_000 + i);
        Client nobody = Client.of(Errand.of(String.join("\t", fields) + url));
        quietly(nobody::initialize);
        quietly(
            () -> {
              nobody.close();
              return "";
            });
      }
    } else {
      Client client = Client.of(Errand.of(String.join("\t", fields)));
      client.initialize();
      AtomicInteger next = new AtomicInteger();
      inThreads(
          () -> {
            for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
              makeUp(client, i);
            }
          });
    }
    System.out.println("done");
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void makeUp(Client client, int i) {
    quietly(() -> client.call("made-up-tool-" + i, Map.of()));
    quietly(() -> client.prompt("made-up-prompt-" + i));
    if (i % 10 == 0) {
      quietly(() -> client.read("made://up/" + i));
    }
    if (i < FloodServer.TOOLS * CALLS_OF_EACH) {
      quietly(() -> client.call("real-" + i % FloodServer.TOOLS, Map.of()));
    }
  }

  private static void inThreads(Runnable work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(AT_ONCE);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      pool.execute(
          () -> {
            work.run();
            done.countDown();
          });
    }
    done.await();
    pool.shutdown();
  }

  private interface Deed {
    Object run() throws Exception;
  }

  private static void quietly(Deed deed) {
    try {
      deed.run();
    } catch (Exception expected) {
      // most of them fail: that is the point
    }
  }
}
