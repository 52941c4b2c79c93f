package dev.mcpdiag.house.planted.call;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

final class MakesAPool {
  Executor pool() {
    return Executors.newCachedThreadPool();
  }
}
