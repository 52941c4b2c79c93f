package labapp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * An application that ends as soon as its calls have failed. Arguments: how it ends, how many
 * clients fail at once, the errand of each.
 */
public final class EndingApp {
  private static final long AFTER_EVERYBODY_ELSE_MILLIS = 400;

  private EndingApp() {}

  public static void main(String[] args) throws Exception {
    String way = args[0];
    int clients = Integer.parseInt(args[1]);
    Errand errand = Errand.of(args[2]);
    switch (way) {
      case "exit" -> {
        try {
          Client.of(errand).initialize();
        } catch (Exception expected) {
          ends();
          System.exit(1);
        }
      }
      case "uncaught" -> {
        try {
          Client.of(errand).initialize();
        } finally {
          ends();
        }
      }
      case "returns" -> {
        fails(errand);
        ends();
      }
      case "terminated" -> {
        fails(errand);
        ends();
        Signal.raise(new Signal("TERM"));
        Thread.sleep(Long.MAX_VALUE);
      }
      case "crowd" -> System.exit(allFail(errand, clients));
      case "hook" -> {
        fails(errand);
        atTheEnd(errand);
      }
      case "onlyHook" -> atTheEnd(errand);
      default -> throw new IllegalArgumentException(way);
    }
  }

  /** The last line: from here on the time to the end counts. */
  private static void ends() {
    System.out.println("ends");
  }

  private static int fails(Errand errand) throws Exception {
    try {
      Client.of(errand).initialize();
      return 0;
    } catch (RuntimeException expected) {
      return 1;
    }
  }

  /** Clients that fail at the same moment; returns how many did. */
  private static int allFail(Errand errand, int clients) throws Exception {
    fails(errand); // what it loads must not make the others come one after the other
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Client client = Client.of(errand);
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                  client.initialize();
                } catch (Exception expected) {
                  failed.incrementAndGet();
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return failed.get();
  }

  /** A call in a shutdown hook of the application, when those of others are through. */
  private static void atTheEnd(Errand errand) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Thread.sleep(AFTER_EVERYBODY_ELSE_MILLIS);
                    fails(errand);
                  } catch (Exception e) {
                    e.printStackTrace();
                  }
                }));
  }
}
