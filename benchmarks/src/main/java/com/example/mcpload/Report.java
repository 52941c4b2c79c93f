package com.example.mcpload;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;

/** What a measured JVM tells the harness, one line each on stdout. */
final class Report {
  private static final Pattern POOLS =
      Pattern.compile("boundedElastic-|parallel-|http-nio-.*-exec-|HttpClient-.*-Worker-");

  private Report() {}

  static void number(String name, double value) {
    System.out.println("measure " + name + " " + value);
  }

  /** Time, CPU and memory at {@code mark}, named {@code <moment>.wallMillis} and so on. */
  static void mark(String moment, Mark mark) {
    number(moment + ".wallMillis", mark.wallNanos() / 1e6);
    number(moment + ".cpuMillis", mark.cpuNanos() / 1e6);
    number(moment + ".rssMb", mark.peakResidentKb() / 1024.0);
  }

  /** Counted at the call; the first call adds the JDK's management classes, in every set-up. */
  static void loadedClasses(String moment) {
    long count = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    number(moment + ".classes", (double) count);
  }

  /** Without the pools of the workload, whose size is chance. */
  static void liveThreads() {
    var threads = ManagementFactory.getThreadMXBean();
    int count = 0;
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && !POOLS.matcher(thread.getThreadName()).lookingAt()) {
        count++;
        System.out.println("thread " + thread.getThreadName());
      }
    }
    number("threads", count);
  }
}
