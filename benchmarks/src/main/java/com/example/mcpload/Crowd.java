package com.example.mcpload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many callers on one client, as fast as they can: does the agent make them wait for each other?
 *
 * <p>Arguments: threads, seconds of warm-up, seconds measured (of each transport).
 */
public final class Crowd {
  private Crowd() {}

  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    int warmUpSeconds = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    try (Pair pair = Pair.inMemory()) {
      callsPerSecond(pair, threads, warmUpSeconds);
      Report.number("memory.callsPerSecond", callsPerSecond(pair, threads, seconds));
    }
    try (Pair pair = Pair.overHttp()) {
      callsPerSecond(pair, threads, warmUpSeconds);
      Report.number("http.callsPerSecond", callsPerSecond(pair, threads, seconds));
    }
    Report.mark(
        "end",
        Mark.now()); // The SDK's session sweeper is no daemon and outlives its server: without
    // this, no end.
    System.exit(0);
  }

  private static double callsPerSecond(Pair pair, int threads, int seconds) throws Exception {
    var crowd = Executors.newFixedThreadPool(threads);
    long startedNanos = System.nanoTime();
    long endNanos = startedNanos + seconds * 1_000_000_000L;
    List<Future<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      callers.add(crowd.submit(callsUntil(endNanos, pair)));
    }
    long calls = 0;
    for (Future<Integer> caller : callers) {
      calls += caller.get();
    }
    double elapsedSeconds = (System.nanoTime() - startedNanos) / 1e9;
    crowd.shutdown();
    return calls / elapsedSeconds;
  }

  private static Callable<Integer> callsUntil(long endNanos, Pair pair) {
    return () -> {
      int calls = 0;
      while (System.nanoTime() - endNanos < 0) {
        Tools.callEcho(pair.client());
        calls++;
      }
      return calls;
    };
  }
}
