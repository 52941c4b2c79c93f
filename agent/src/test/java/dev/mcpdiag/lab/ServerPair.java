package dev.mcpdiag.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One server with the agent and without it, at once.
 *
 * @param watched still under way, perhaps, as the other
 */
record ServerPair(
    ServerSetup setup, CompletableFuture<ServerRun> watched, CompletableFuture<ServerRun> alone) {
  private static final int JVMS_AT_ONCE = 4;

  /** Starts them all, two pairs at a time: they mostly wait. */
  static List<ServerPair> started(List<ServerSetup> setups) {
    ExecutorService jvms = Executors.newFixedThreadPool(JVMS_AT_ONCE);
    List<ServerPair> pairs = new ArrayList<>();
    for (ServerSetup setup : setups) {
      pairs.add(
          new ServerPair(
              setup,
              CompletableFuture.supplyAsync(() -> run(setup, LabSettings.agentJar()), jvms),
              CompletableFuture.supplyAsync(() -> run(setup, null), jvms)));
    }
    jvms.shutdown();
    return pairs;
  }

  private static ServerRun run(ServerSetup setup, @Nullable Path agent) {
    try {
      return ServerRun.of(setup, agent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
