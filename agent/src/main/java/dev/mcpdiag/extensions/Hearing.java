package dev.mcpdiag.extensions;

import dev.mcpdiag.call.Diagnoser;
import dev.mcpdiag.call.Opinion;

/** One failure before the classifiers. Its state is kept under the lock of {@link Hearings}. */
final class Hearing implements Diagnoser.Answer {
  private final Hearings hearings;
  private final OfferedCall call;
  private volatile Opinion opinion;
  private volatile boolean isOver;
  private int turn;

  Hearing(Hearings hearings, OfferedCall call, Opinion builtIn) {
    this.hearings = hearings;
    this.call = call;
    this.opinion = builtIn;
  }

  OfferedCall call() {
    return call;
  }

  /** Whose turn it is. */
  int turn() {
    return turn;
  }

  void nextTurn() {
    turn++;
  }

  void end() {
    call.close();
    isOver = true;
  }

  void end(Opinion last) {
    opinion = last;
    end();
  }

  @Override
  public Opinion now() {
    return opinion;
  }

  @Override
  public boolean isSettled() {
    return isOver;
  }

  @Override
  public Opinion settled() {
    hearings.await(this);
    return opinion;
  }
}
