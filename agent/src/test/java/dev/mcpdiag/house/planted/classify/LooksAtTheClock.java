package dev.mcpdiag.house.planted.classify;

final class LooksAtTheClock {
  long nanos() {
    return System.nanoTime();
  }
}
