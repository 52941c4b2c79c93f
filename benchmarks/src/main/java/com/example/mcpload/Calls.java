package com.example.mcpload;

import io.modelcontextprotocol.client.McpSyncClient;

/**
 * One caller: the way to the first call, then calls of a warm JVM.
 *
 * <p>Arguments: {@code memory} or {@code http}, warm-up calls, batches, calls per batch.
 */
public final class Calls {
  private Calls() {}

  public static void main(String[] arguments) throws Exception {
    Mark main = Mark.now();
    boolean isHttp = arguments[0].equals("http");
    try (Pair pair = isHttp ? Pair.overHttp() : Pair.inMemory()) {
      Tools.callEcho(pair.client());
      Mark first = Mark.now();
      Report.mark("main", main);
      Report.mark("first", first);
      Report.loadedClasses("first");
      Thread.sleep(1000);
      // What an agent puts off until after the first call is caught too.
      Report.mark("later", Mark.now());
      // A tool that fails at once can lose its own answer on the wire (a race in Reactor): not
      // here.
      steady(pair.client(), !isHttp, arguments);
      Report.liveThreads();
      Report.loadedClasses("end");
      Report.mark("end", Mark.now());
    }
    // The SDK's session sweeper is no daemon and outlives its server: without this, no end.
    System.exit(0);
  }

  private static void steady(McpSyncClient client, boolean isFailing, String[] arguments) {
    int warmUp = Integer.parseInt(arguments[1]);
    int batches = Integer.parseInt(arguments[2]);
    int calls = Integer.parseInt(arguments[3]);
    Batches.repeat(warmUp, () -> Tools.callEcho(client));
    Batches.measure("echo", batches, calls, () -> Tools.callEcho(client));
    if (isFailing) {
      Batches.repeat(warmUp / 2, () -> Tools.callBroken(client));
      Batches.measure("broken", batches, calls / 2, () -> Tools.callBroken(client));
    }
  }
}
