package dev.mcpdiag.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted from start to now. Any thread, without waiting. */
public final class Tally {
  private static final int MOST_CODES = 200;
  private static final String REST = "(others)";

  private final LongAdder calls = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Backlog events = new Backlog();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

  /** A call ended, well or badly. */
  public void countCall() {
    calls.increment();
  }

  /** A call failed; its code comes later. */
  public void countFailed() {
    failed.increment();
  }

  /** Failures and notices, until the exporter has them. */
  public Backlog events() {
    return events;
  }

  /**
   * A failure got its code; codes of a broken extension may be many, so only 200 are kept apart.
   */
  public void countFailure(String code) {
    LongAdder known = failures.get(code);
    if (known == null) {
      String key = failures.size() < MOST_CODES ? code : REST;
      known = failures.computeIfAbsent(key, unused -> new LongAdder());
    }
    known.increment();
  }

  /** Calls that ended. */
  public long calls() {
    return calls.sum();
  }

  /** Calls that failed, whether anything is known of them or not. */
  long failed() {
    return failed.sum();
  }

  /** Failures by code, the most frequent first. */
  public Map<String, Long> failures() {
    Map<String, Long> counts = new LinkedHashMap<>();
    failures.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
