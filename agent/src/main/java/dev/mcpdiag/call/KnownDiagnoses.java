package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The diagnoses of throwables and results that the application may still hold, for those that ask.
 * By identity and weak, so it keeps nothing of the application alive; the oldest go when it is
 * full.
 */
public final class KnownDiagnoses {
  private static final int MAX_ENTRIES = 1_000;
  private static final int MAX_CAUSES = 4;

  private final Map<Held, Diagnosis> known = new LinkedHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private volatile boolean isWanted;

  /** From now on somebody may ask; before, nothing is remembered. */
  public void want() {
    isWanted = true;
  }

  /** What was said of this very throwable or result, null if nothing is known. */
  public @Nullable Diagnosis of(Object failed) {
    synchronized (known) {
      return known.get(new Held(failed, null));
    }
  }

  /** Remembers it for the throwable and its causes: the SDK may wrap them anew. */
  void remember(Throwable throwable, Diagnosis diagnosis) {
    if (!isWanted) {
      return;
    }
    synchronized (known) {
      forgetCollected();
      Throwable each = throwable;
      for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
        put(each, diagnosis);
        each = each.getCause();
      }
    }
  }

  /** Remembers it for the result object of a call. */
  void rememberResult(Object result, Diagnosis diagnosis) {
    if (isWanted) {
      synchronized (known) {
        forgetCollected();
        put(result, diagnosis);
      }
    }
  }

  private void put(Object failed, Diagnosis diagnosis) {
    Held held = new Held(failed, collected);
    known.remove(held); // so that it counts as young, and a newer failure wins
    known.put(held, diagnosis);
    if (known.size() > MAX_ENTRIES) {
      var oldest = known.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  private void forgetCollected() {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      known.remove(gone);
    }
  }

  /** Equal to another one of the same object. */
  private static final class Held extends WeakReference<Object> {
    private final int hash;

    Held(Object throwable, @Nullable ReferenceQueue<Object> queue) {
      super(throwable, queue);
      hash = System.identityHashCode(throwable);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      Object mine = get();
      return this == other || (mine != null && other instanceof Held held && held.get() == mine);
    }
  }
}
