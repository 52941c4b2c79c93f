package labapp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many calls at once: by threads on {@code one} client, or on a healthy and a failing one of the
 * same server ({@code two}), or as a {@code stream} of one client that sends one after the other
 * and waits for many, because the SDK's stdio transport refuses messages that are sent in the same
 * moment. Lives on until it is terminated. Arguments: the errand, one of these words, and for each
 * round {@code <at once>x<calls that work>,<at once>x<calls that fail>}.
 */
public final class CrowdApp {
  private final AtomicInteger worked = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private CrowdApp() {}

  public static void main(String[] args) throws Exception {
    Client healthy = Client.of(Errand.of(args[0]));
    Client failing = args[1].equals("two") ? Client.of(Errand.of(args[0])) : healthy;
    healthy.initialize();
    failing.initialize();
    for (int i = 2; i < args.length; i++) {
      String[] sides = args[i].split(",", 2);
      CrowdApp round = new CrowdApp();
      if (args[1].equals("stream")) {
        round.stream((Client.Reactive) healthy, Side.of(sides[0]), Side.of(sides[1]));
      } else {
        round.threads(healthy, Side.of(sides[0]), failing, Side.of(sides[1]));
      }
      System.out.println("round worked " + round.worked + " failed " + round.failed);
      System.out.println("there " + healthy.call("heap", Map.of()));
      System.out.println("here heap " + Heap.bytes());
    }
    System.out.println("done");
    Thread.sleep(Long.MAX_VALUE);
  }

  private record Side(int atOnce, int calls) {
    static Side of(String text) {
      String[] numbers = text.split("x", 2);
      return new Side(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
  }

  private void threads(Client healthy, Side well, Client failing, Side badly) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    List<Future<?>> callers = new ArrayList<>();
    send(healthy, "echo", well, pool, callers);
    send(failing, "broken", badly, pool, callers);
    for (Future<?> caller : callers) {
      caller.get();
    }
    pool.shutdown();
  }

  private void send(
      Client client, String tool, Side side, ExecutorService pool, List<Future<?>> callers) {
    AtomicInteger left = new AtomicInteger(side.calls());
    for (int i = 0; i < side.atOnce(); i++) {
      callers.add(
          pool.submit(
              () -> {
                while (left.getAndDecrement() > 0) {
                  count(said(client, tool));
                }
              }));
    }
  }

  private static String said(Client client, String tool) {
    try {
      return String.valueOf(client.call(tool, Map.of()));
    } catch (Exception e) {
      return e.toString();
    }
  }

  private void stream(Client.Reactive client, Side well, Side badly) {
    List<String> tools = new ArrayList<>(Collections.nCopies(well.calls(), "echo"));
    tools.addAll(tools.size() / 2, Collections.nCopies(badly.calls(), "broken"));
    Flux.fromIterable(tools)
        .flatMap(
            tool -> client.calling(tool, Map.of()).onErrorResume(e -> Mono.just(e.toString())),
            well.atOnce() + badly.atOnce())
        .doOnNext(this::count)
        .blockLast();
  }

  private void count(String said) {
    (said.contains("isError=false") ? worked : failed).incrementAndGet();
  }
}
