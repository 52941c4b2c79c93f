package dev.mcpdiag.call;

import dev.mcpdiag.api.Diagnosis;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The diagnoses of throwables that the application may still hold, for those that ask. By identity
 * and weak, so it keeps nothing of the application alive; the oldest go when it is full.
 */
public final class KnownDiagnoses {
  private static final int MAX_ENTRIES = 1_000;
  private static final int MAX_CAUSES = 4;

  private final Map<Held, Diagnosis> known = new LinkedHashMap<>();
  private final ReferenceQueue<Throwable> collected = new ReferenceQueue<>();
  private volatile boolean isWanted;

  /** From now on somebody may ask; before, nothing is remembered. */
  public void want() {
    isWanted = true;
  }

  /** What was said of this very throwable, null if nothing is known. */
  public @Nullable Diagnosis of(Throwable throwable) {
    synchronized (known) {
      return known.get(new Held(throwable, null));
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
        Held held = new Held(each, collected);
        known.remove(held); // so that it counts as young, and a newer failure wins
        known.put(held, diagnosis);
        each = each.getCause();
      }
      var oldest = known.keySet().iterator();
      while (known.size() > MAX_ENTRIES) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  private void forgetCollected() {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      known.remove(gone);
    }
  }

  /** Equal to another one of the same throwable. */
  private static final class Held extends WeakReference<Throwable> {
    private final int hash;

    Held(Throwable throwable, @Nullable ReferenceQueue<Throwable> queue) {
      super(throwable, queue);
      hash = System.identityHashCode(throwable);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      Throwable mine = get();
      return this == other || (mine != null && other instanceof Held held && held.get() == mine);
    }
  }
}
