package dev.mcpdiag.house.planted.gate;

final class HasALambda {
  Runnable work() {
    return () -> {};
  }
}
