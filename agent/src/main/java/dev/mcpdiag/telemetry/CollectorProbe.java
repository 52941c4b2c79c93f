package dev.mcpdiag.telemetry;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a collector with an empty request whether it would take ours: for the start-up lines. */
public final class CollectorProbe implements ExportLoop.Chore {
  private final OtlpSender sender;
  private final Complaints complaints;
  private final Consumer<Answer> met;
  private final Runnable wake;
  private volatile @Nullable Question asked;

  /** On its way to the collector. */
  private static final class Question {
    final Consumer<ProbeResult> to;
    final long until;
    volatile @Nullable Outcome outcome;

    Question(Consumer<ProbeResult> to, long until) {
      this.to = to;
      this.until = until;
    }
  }

  CollectorProbe(OtlpSender sender, Complaints complaints, Consumer<Answer> met, Runnable wake) {
    this.sender = sender;
    this.complaints = complaints;
    this.met = met;
    this.wake = wake;
  }

  /**
   * Returns at once. Loads the classes that the first export would have to wait for. Prints
   * nothing, throws nothing.
   *
   * @param limit how long the collector may take to answer
   * @param to called once on the thread of the export loop; not at all where the JVM ends before
   */
  public void ask(Duration limit, Consumer<ProbeResult> to) {
    Question question = new Question(to, System.nanoTime() + limit.toNanos());
    complaints.probing();
    asked = question;
    sender.send(
        new byte[0],
        outcome -> {
          question.outcome = outcome;
          wake.run();
        });
    wake.run(); // the loop has to know when the time is over
  }

  @Override
  public long turn(long now, boolean closing) {
    Question open = asked;
    if (open == null) {
      return Lane.ASLEEP;
    }
    Outcome outcome = open.outcome;
    long left = open.until - now;
    if (outcome == null && left > 0) {
      return left;
    }
    tell(open, outcome == null ? Outcome.timeout() : outcome);
    return Lane.ASLEEP;
  }

  /** Whoever takes longer than the end of the JVM to answer an empty request does not answer. */
  @Override
  public void outOfTime() {
    Question open = asked;
    if (open != null) {
      tell(open, Outcome.timeout());
    }
  }

  private void tell(Question open, Outcome outcome) {
    asked = null;
    met.accept(outcome.answer());
    open.to.accept(new ProbeResult(sender.target(), outcome.answer(), outcome.status()));
    complaints.probed(
        outcome.answer().isPermanent() ? ExportProblems.of(outcome, sender.target()) : null);
  }
}
