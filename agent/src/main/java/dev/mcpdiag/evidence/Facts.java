package dev.mcpdiag.evidence;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded list of facts, oldest first; the oldest go when it is full. Written by I/O threads,
 * read when a call ends; the lock is held for nanoseconds and nothing is called while it is held.
 */
public final class Facts {
  private static final int CAPACITY = 48;

  private @Nullable ArrayList<Noted> facts; // most calls in memory end without any
  private @Nullable Reading unread;
  private volatile @Nullable HttpHeaders answerHeaders;

  /** Adds a fact that is seen now. */
  public void note(FactKind kind, String value) {
    note(kind, value, null);
  }

  /** Adds a fact with the throwable behind it. */
  public void note(FactKind kind, String value, @Nullable ThrowableChain chain) {
    Noted noted = new Noted(System.nanoTime(), kind, value, chain);
    synchronized (this) {
      if (facts == null) {
        facts = new ArrayList<>(4);
      } else if (facts.size() == CAPACITY) {
        facts.remove(0);
      }
      facts.add(noted);
    }
  }

  /** A text of so many characters is about to be parsed, on this thread. */
  public void reading(int chars) {
    Reading begun = Reading.begun(chars);
    synchronized (this) {
      unread = begun;
    }
  }

  /** The text was a message. */
  public void read() {
    synchronized (this) {
      unread = null;
    }
  }

  /** Remembers the headers of the newest HTTP answer: as they came, so never to be exported. */
  void answeredWith(HttpHeaders headers) {
    answerHeaders = headers;
  }

  /** Headers of the newest HTTP answer, unfiltered; null before one came. */
  public @Nullable HttpHeaders answerHeaders() {
    return answerHeaders;
  }

  /** A copy, oldest first; with a text that was begun to be parsed and not got through. */
  public List<Noted> all() {
    Reading begun;
    List<Noted> all;
    synchronized (this) {
      begun = unread;
      all = facts == null ? List.of() : List.copyOf(facts);
    }
    return begun == null || begun.isGoingOn() ? all : begun.among(all);
  }

  /** The newest fact of a kind, or null. */
  public @Nullable Noted newest(FactKind kind) {
    synchronized (this) {
      return facts == null ? null : newestIn(facts, kind);
    }
  }

  /** The newest fact of a kind in a copy, or null. */
  public static @Nullable Noted newestIn(List<Noted> facts, FactKind kind) {
    for (int i = facts.size() - 1; i >= 0; i--) {
      if (facts.get(i).kind() == kind) {
        return facts.get(i);
      }
    }
    return null;
  }

  /** Value of the newest fact of a kind, or null. */
  public static @Nullable String valueIn(List<Noted> facts, FactKind kind) {
    Noted newest = newestIn(facts, kind);
    return newest == null ? null : newest.value();
  }
}
