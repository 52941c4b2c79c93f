package dev.mcpdiag.telemetry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was delivered, what was given up, and what still waits. Any thread. */
public final class ExportTally {
  private final Count events = new Count();
  private final Count failedSpans = new Count();
  private final Count spans = new Count();
  private final Count metrics = new Count();

  /** Failures as log events. */
  public Count events() {
    return events;
  }

  /** Spans of failed calls. */
  public Count failedSpans() {
    return failedSpans;
  }

  /** Spans of calls that went well. */
  public Count spans() {
    return spans;
  }

  /** Exports of metrics. */
  public Count metrics() {
    return metrics;
  }

  /** The numbers of one kind. */
  public static final class Count {
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final Map<DropReason, AtomicLong> dropped = new EnumMap<>(DropReason.class);
    private volatile Answer lastAnswer = Answer.ACCEPTED;
    private volatile boolean isMet;

    Count() {
      for (DropReason reason : DropReason.values()) {
        dropped.put(reason, new AtomicLong());
      }
    }

    public long delivered() {
      return delivered.get();
    }

    /** Never delivered: no room, refused by the collector, or the JVM ended. */
    public long dropped() {
      long all = 0;
      for (AtomicLong count : dropped.values()) {
        all += count.get();
      }
      return all;
    }

    /** Those of {@link #dropped()} that were lost for this reason. */
    public long dropped(DropReason reason) {
      return of(reason).get();
    }

    /** All that there was to deliver. */
    public long offered() {
      return offered.get();
    }

    public long waiting() {
      return offered.get() - delivered.get() - dropped();
    }

    /** What the collector said last, {@link Answer#ACCEPTED} before it was asked. */
    public Answer lastAnswer() {
      return lastAnswer;
    }

    /** Whether a collector was ever met, willing or not. */
    public boolean isMet() {
      return isMet;
    }

    /** One more waits to be delivered. */
    void add() {
      offered.incrementAndGet();
    }

    void delivered(long items) {
      delivered.addAndGet(items);
    }

    void dropped(DropReason reason, long items) {
      if (items > 0) {
        of(reason).addAndGet(items);
      }
    }

    private AtomicLong of(DropReason reason) {
      return Objects.requireNonNull(dropped.get(reason));
    }

    void answered(Answer answer) {
      lastAnswer = answer;
      met(answer);
    }

    /** Somebody else asked the same collector. */
    void met(Answer answer) {
      if (!answer.isNobodyThere()) {
        isMet = true;
      }
    }
  }
}
