package dev.mcpdiag.house.planted.call;

final class MakesAThread {
  Thread thread(Runnable work) {
    return new Thread(work);
  }
}
