package dev.mcpdiag.identity;

import org.jspecify.annotations.Nullable;

/**
 * For whom each thread works right now. Threads keep nothing of the application's but the words it
 * said, and those no longer than its scopes are open.
 */
@SuppressWarnings("ThreadLocalUsage") // one instance for the life of the JVM
public final class Identities {
  private final ThreadLocal<@Nullable Scope> scopes = new ThreadLocal<>();
  private final ThreadLocal<@Nullable Bearer> bearers = new ThreadLocal<>();
  private volatile boolean isWanted;

  /** A call that this thread answers: what is said meanwhile is said of it too. */
  @FunctionalInterface
  public interface Bearer {
    /** The call is for this one. */
    void isFor(Identity identity);
  }

  /** From now on somebody may say who it is; before, nobody is looked for. */
  public void want() {
    isWanted = true;
  }

  /** For whom this thread works, null if nobody said so. */
  public @Nullable Identity current() {
    Scope scope = isWanted ? scopes.get() : null;
    return scope == null ? null : scope.identity;
  }

  /** Until the end is run, on the same thread: a second time does nothing. */
  public Runnable enter(Identity said) {
    isWanted = true;
    Scope before = scopes.get();
    Scope scope = new Scope(before == null ? said : said.or(before.identity), before);
    scopes.set(scope);
    Bearer answered = bearers.get();
    if (answered != null) {
      answered.isFor(scope.identity);
    }
    return () -> leave(scope);
  }

  /** Scopes may be closed in any order: the thread goes back to the newest that is open. */
  private void leave(Scope closed) {
    closed.isClosed = true;
    Scope open = scopes.get();
    while (open != null && open.isClosed) {
      open = open.before;
    }
    if (open == null) {
      scopes.remove();
    } else {
      scopes.set(open);
    }
  }

  /** The call that this thread answers from now on, null for none. */
  public void answering(@Nullable Bearer bearer) {
    if (!isWanted) {
      return;
    }
    if (bearer == null) {
      bearers.remove();
    } else {
      bearers.set(bearer);
    }
  }

  private static final class Scope {
    final Identity identity;
    final @Nullable Scope before;
    boolean isClosed;

    Scope(Identity identity, @Nullable Scope before) {
      this.identity = identity;
      this.before = before;
    }
  }
}
