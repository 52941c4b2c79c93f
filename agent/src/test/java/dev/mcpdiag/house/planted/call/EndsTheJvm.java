package dev.mcpdiag.house.planted.call;

final class EndsTheJvm {
  void end() {
    System.exit(1);
  }
}
