package dev.mcpdiag.house.planted.call;

final class PrintsAStackTrace {
  void print(Throwable fault) {
    fault.printStackTrace();
  }
}
