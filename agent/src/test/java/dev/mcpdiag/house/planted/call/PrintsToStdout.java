package dev.mcpdiag.house.planted.call;

final class PrintsToStdout {
  void print() {
    System.out.println("a message of a stdio server ends here");
  }
}
