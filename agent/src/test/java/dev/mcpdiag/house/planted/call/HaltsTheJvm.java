package dev.mcpdiag.house.planted.call;

final class HaltsTheJvm {
  void halt() {
    Runtime.getRuntime().halt(1);
  }
}
