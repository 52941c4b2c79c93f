package dev.mcpdiag.house.planted.call;

final class ReadsTheEnvironment {
  int size() {
    return System.getenv().size();
  }
}
