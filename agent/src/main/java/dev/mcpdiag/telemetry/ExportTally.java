package dev.mcpdiag.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what was delivered, what was given up, and what still waits. Any thread. */
public final class ExportTally {
  private final Count events = new Count();
  private final Count failedSpans = new Count();
  private final Count spans = new Count();

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

  /** The numbers of one kind. */
  public static final class Count {
    private final AtomicLong offered = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile Answer lastAnswer = Answer.ACCEPTED;

    public long delivered() {
      return delivered.get();
    }

    /** Never delivered: no room, refused by the collector, or the JVM ended. */
    public long dropped() {
      return dropped.get();
    }

    public long waiting() {
      return offered.get() - delivered.get() - dropped.get();
    }

    /** What the collector said last, {@link Answer#ACCEPTED} before it was asked. */
    public Answer lastAnswer() {
      return lastAnswer;
    }

    void offered() {
      offered.incrementAndGet();
    }

    void delivered(long items) {
      delivered.addAndGet(items);
    }

    void dropped(long items) {
      dropped.addAndGet(items);
    }

    void answered(Answer answer) {
      lastAnswer = answer;
    }
  }
}
