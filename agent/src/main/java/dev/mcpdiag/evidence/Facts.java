package dev.mcpdiag.evidence;

import dev.mcpdiag.redact.Challenge;
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
  private @Nullable Preparation unprepared;
  private volatile @Nullable HttpHeaders answerHeaders;

  /** Adds a fact that is seen now. */
  public void note(FactKind kind, String value) {
    note(kind, value, null);
  }

  /** Adds a fact with the throwable behind it. */
  public void note(FactKind kind, String value, @Nullable ThrowableChain chain) {
    add(new Noted(System.nanoTime(), kind, value, chain));
  }

  /** The answer wants credentials, or others. */
  void challengedBy(Challenge challenge) {
    add(
        new Noted(
            System.nanoTime(), FactKind.HTTP_CHALLENGE, challenge.summary(), null, challenge));
  }

  private void add(Noted noted) {
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

  /** Code of the application begins to prepare a request, on this thread. */
  public void preparing() {
    Preparation begun = new Preparation();
    synchronized (this) {
      unprepared = begun;
    }
  }

  /** The thread of that is free again; if it goes on, then elsewhere. */
  public void preparingElsewhere() {
    Preparation begun = preparation();
    if (begun != null) {
      begun.leftThread();
    }
  }

  /** What of that has not come back. */
  synchronized @Nullable Preparation preparation() {
    return unprepared;
  }

  /** It came back, whatever with. */
  public void prepared() {
    synchronized (this) {
      unprepared = null;
    }
  }

  /** Whether that goes on. */
  public boolean arePreparing() {
    synchronized (this) {
      return unprepared != null;
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

  /** A copy, oldest first; with what was begun and not got through. */
  public List<Noted> all() {
    Reading begun;
    Preparation preparation;
    List<Noted> all;
    synchronized (this) {
      begun = unread;
      preparation = unprepared;
      all = facts == null ? List.of() : List.copyOf(facts);
    }
    if (begun != null && !begun.isGoingOn()) {
      all = among(all, begun.fact());
    }
    return preparation == null ? all : among(all, preparation.fact());
  }

  /** These facts and this one, in the order of their time. */
  private static List<Noted> among(List<Noted> facts, Noted one) {
    List<Noted> all = new ArrayList<>(facts);
    int at = all.size();
    while (at > 0 && all.get(at - 1).nanos() - one.nanos() > 0) {
      at--;
    }
    all.add(at, one);
    return List.copyOf(all);
  }

  /** Whether an exchange was refused or a stream cut off; asked of calls that went well. */
  public boolean haveTrouble() {
    synchronized (this) {
      for (int i = 0; facts != null && i < facts.size(); i++) {
        Noted fact = facts.get(i);
        if (fact.isRefusal() || fact.isCut()) {
          return true;
        }
      }
      return false;
    }
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
