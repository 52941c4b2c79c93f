package labapp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.Disposable;

/** One client's life: made, used as the errand says, closed. */
final class Visit {
  private static final long A_MOMENT_MILLIS = 700;

  private final Errand errand;
  private Client client;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  Visit(Errand errand) {
    this.errand = errand;
  }

  List<String> outcomes() {
    try {
      client = Client.of(errand);
    } catch (Exception e) {
      lines.add(errand.id() + "\tbuild\t" + Outcome.failed(e));
      return lines;
    }
    for (String operation : errand.all("op")) {
      boolean succeeded = attempt(operation, () -> perform(operation));
      if (!succeeded && operation.equals("init")) {
        break;
      }
    }
    attempt("close", () -> close(client));
    return lines;
  }

  private boolean attempt(String operation, Callable<?> deed) {
    String outcome;
    boolean succeeded = true;
    try {
      outcome = Outcome.succeeded(deed.call());
    } catch (Throwable e) {
      outcome = Outcome.failed(e);
      succeeded = false;
    }
    lines.add(errand.id() + "\t" + operation + "\t" + outcome);
    return succeeded;
  }

  private Object perform(String operation) throws Exception {
    String[] words = operation.split(" ");
    return switch (words[0]) {
      case "init" -> client.initialize();
      case "call" -> client.call(words[1], arguments(words));
      case "list" -> client.list();
      case "read" -> client.read(words[1]);
      case "prompt" -> client.prompt(words[1]);
      case "ping" -> client.ping();
      case "close" -> close(client);
      case "sleep" -> sleep(Long.parseLong(words[1]));
      case "cancel" -> cancel(client, words[1]);
      case "deadline" -> deadline(client, words[1]);
      case "both" -> both(client, words[1], words[2]);
      case "closing" -> closing(client, words[1]);
      case "big" -> client.call(words[1], Map.of("text", "x".repeat(Integer.parseInt(words[2]))));
      case "task" -> Session.of(errand).task(words[1]);
      case "again" -> again();
      default -> throw new IllegalArgumentException("unknown operation " + operation);
    };
  }

  private static Map<String, Object> arguments(String[] words) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      arguments.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return arguments;
  }

  private static Object close(Client client) throws Exception {
    client.close();
    return "closed";
  }

  /** Another client at the same server. */
  private Object again() throws Exception {
    close(client);
    client = Client.of(errand);
    return "a new client";
  }

  private static Object sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  /** The user stops waiting: the subscription is disposed, or the blocked thread interrupted. */
  private static Object cancel(Client client, String tool) throws Exception {
    if (client instanceof Client.Reactive reactive) {
      Disposable call = reactive.calling(tool, Map.of()).subscribe(said -> {}, error -> {});
      Thread.sleep(A_MOMENT_MILLIS);
      call.dispose();
      return "disposed";
    }
    ExecutorService caller = Executors.newSingleThreadExecutor();
    var call = caller.submit(() -> client.call(tool, Map.of()));
    Thread.sleep(A_MOMENT_MILLIS);
    caller.shutdownNow();
    return call.get(5, TimeUnit.SECONDS);
  }

  /** A timer of the application's own, shorter than the SDK's. */
  private static Object deadline(Client client, String tool) throws Exception {
    if (client instanceof Client.Reactive reactive) {
      var limited =
          reactive.calling(tool, Map.of()).timeout(java.time.Duration.ofMillis(A_MOMENT_MILLIS));
      return limited.toFuture().get();
    }
    ExecutorService caller = Executors.newSingleThreadExecutor();
    var call = caller.submit(() -> client.call(tool, Map.of()));
    try {
      return call.get(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw e;
    } finally {
      caller.shutdown();
    }
  }

  private Object both(Client client, String first, String second) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              attempt("call " + second, () -> client.call(second, Map.of()));
              done.countDown();
            });
    other.start();
    attempt("call " + first, () -> client.call(first, Map.of()));
    done.await();
    return "both ended";
  }

  private Object closing(Client client, String tool) throws Exception {
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(
            () -> attempt("call " + tool, () -> client.call(tool, Map.of())));
    Thread.sleep(A_MOMENT_MILLIS);
    client.close();
    call.get(30, TimeUnit.SECONDS);
    return "closed during a call";
  }
}
