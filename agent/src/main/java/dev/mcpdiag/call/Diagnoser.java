package dev.mcpdiag.call;

import dev.mcpdiag.classify.Case;
import dev.mcpdiag.failure.Failure;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Who is asked once the built-in rules have judged a failure: the user's classifiers and rules. */
@FunctionalInterface
public interface Diagnoser {
  /** Asks nobody. */
  Diagnoser BUILT_IN =
      (question, mayWait) -> new Settled(Opinion.builtIn(question.builtIn().diagnosis()));

  /**
   * Called on the thread where a call ends. Never throws; waits some milliseconds at most, and not
   * at all unless {@code mayWait}.
   */
  Answer ask(Question question, boolean mayWait);

  /**
   * The JVM ends: from then on every answer is settled, with the best opinion that there is.
   *
   * @param nanoTime of {@link System#nanoTime}
   */
  default void endBy(long nanoTime) {}

  /**
   * What there is to judge by.
   *
   * @param builtIn what holds where nobody knows better
   * @param headers of the call's HTTP answer as they came, null if none did
   * @param throwable live; whoever is asked must let go of it
   */
  record Question(
      Case failed, Failure builtIn, @Nullable HttpHeaders headers, @Nullable Throwable throwable) {}

  /** An answer that may still be on its way. */
  interface Answer {
    /** The best opinion by now: the built-in one while nobody said another. */
    Opinion now();

    /** Whether {@link #now} is the last word. */
    boolean isSettled();

    /** The last word. Waits for it: for the agent's own thread only. */
    Opinion settled();
  }

  /** Nothing is on its way. */
  record Settled(Opinion now) implements Answer {
    @Override
    public boolean isSettled() {
      return true;
    }

    @Override
    public Opinion settled() {
      return now;
    }
  }
}
