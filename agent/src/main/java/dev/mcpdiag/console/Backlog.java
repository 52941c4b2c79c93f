package dev.mcpdiag.console;

import java.util.concurrent.atomic.LongAdder;

/** What was handed over to be told and is not told yet. Any thread, without waiting. */
public final class Backlog {
  private final LongAdder added = new LongAdder();
  private final LongAdder told = new LongAdder();

  Backlog() {}

  /** One more has to be told. */
  public void added() {
    added.increment();
  }

  /** One of them was told. */
  public void told() {
    told.increment();
  }

  /** How many were not told until now. */
  public long left() {
    long done = told.sum(); // first: one that comes and goes meanwhile must not make it negative
    return added.sum() - done;
  }
}
