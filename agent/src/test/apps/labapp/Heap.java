package labapp;

/** What this JVM holds. */
final class Heap {
  private static final int COLLECTIONS = 4;

  private Heap() {}

  /** Bytes after full collections; the pauses let reference handlers and exporters catch up. */
  static long bytes() {
    Runtime jvm = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, jvm.totalMemory() - jvm.freeMemory());
      pause();
    }
    return least;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
