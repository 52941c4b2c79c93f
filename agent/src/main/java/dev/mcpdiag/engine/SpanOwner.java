package dev.mcpdiag.engine;

import dev.mcpdiag.telemetry.Bridge;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose OpenTelemetry makes the spans of one application. Applications may build theirs after their
 * first call, so it is looked for at the beginning of a call, at most each second, for a minute;
 * until then, and where there is none, the spans are our own.
 */
final class SpanOwner implements Supplier<Bridge> {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final long AT_MOST = TimeUnit.SECONDS.toNanos(60);

  private final Bridge own;
  private final OwnerSearch search;
  private final WeakReference<ClassLoader> application;
  private final long begin = System.nanoTime();
  private final AtomicLong next = new AtomicLong(begin);
  private volatile @Nullable Bridge settled;

  /** Looks once at once, before the application's first call. */
  SpanOwner(Bridge own, OwnerSearch search, ClassLoader application) {
    this.own = own;
    this.search = search;
    this.application = new WeakReference<>(application);
    look(begin);
  }

  @Override
  public Bridge get() {
    Bridge known = settled;
    if (known != null) {
      return known;
    }
    long now = System.nanoTime();
    long due = next.get();
    boolean isOurTurn = now - due >= 0 && next.compareAndSet(due, now + EVERY);
    return isOurTurn ? look(now) : own;
  }

  private Bridge look(long now) {
    ClassLoader loader = application.get();
    Bridge found = loader == null ? null : search.find(loader);
    if (found == null && now - begin < AT_MOST && search.isWorthwhile()) {
      return own;
    }
    Bridge last = found == null ? own : found;
    settled = last;
    return last;
  }
}
