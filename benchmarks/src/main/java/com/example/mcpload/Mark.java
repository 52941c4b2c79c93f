package com.example.mcpload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What the JVM has used up at one moment since the harness started it, as Linux counts it.
 *
 * @param wallNanos since just before the process was started
 * @param cpuNanos user and system time of all threads
 * @param peakResidentKb the highest resident set so far
 */
record Mark(long wallNanos, long cpuNanos, long peakResidentKb) {
  private static final long NANOS_PER_TICK = 10_000_000;
  private static final Path SELF = Path.of("/proc/self");

  /** Takes about a millisecond; the wall clock is read first. */
  static Mark now() {
    // System.nanoTime is CLOCK_MONOTONIC on Linux, so the harness's reading compares with ours.
    long wall = System.nanoTime() - Long.getLong("mcpload.started", 0);
    return new Mark(wall, consumedNanos(), highWaterKb());
  }

  /**
   * The scheduler's sum over live threads counts nanoseconds but forgets threads that ended; the
   * process total forgets nobody but counts in ticks of 10 ms. The greater one is nearer the truth.
   */
  private static long consumedNanos() {
    return Math.max(liveThreadNanos(), processTicks() * NANOS_PER_TICK);
  }

  private static long liveThreadNanos() {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(SELF.resolve("task"))) {
      for (Path thread : threads) {
        sum += nanosOf(thread);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  private static long nanosOf(Path thread) throws IOException {
    try {
      String text = Files.readString(thread.resolve("schedstat"), StandardCharsets.US_ASCII);
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException ignored) {
      // The thread ended between listing and reading, or the kernel keeps no schedstat.
      return 0;
    }
  }

  private static long processTicks() {
    String text = read("stat");
    // Fields 14 and 15; counted behind the command name, which may hold blanks.
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static long highWaterKb() {
    String text = read("status");
    int from = text.indexOf("VmHWM:") + 6;
    return Long.parseLong(text.substring(from, text.indexOf("kB", from)).trim());
  }

  private static String read(String file) {
    try {
      return Files.readString(SELF.resolve(file), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
