package dev.mcpdiag.house.planted.call;

final class PrintsToStderr {
  void print() {
    System.err.println("a second voice");
  }
}
