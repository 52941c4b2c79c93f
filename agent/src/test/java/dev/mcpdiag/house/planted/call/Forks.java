package dev.mcpdiag.house.planted.call;

import java.util.concurrent.CompletableFuture;

final class Forks {
  CompletableFuture<Void> fork(Runnable work) {
    return CompletableFuture.runAsync(work);
  }
}
