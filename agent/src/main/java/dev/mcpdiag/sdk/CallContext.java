package dev.mcpdiag.sdk;

import dev.mcpdiag.call.OpenCall;
import dev.mcpdiag.call.Operation;
import dev.mcpdiag.evidence.Facts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SynchronousSink;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Our one entry in the Reactor context: the open call, or the operation while it has none. One and
 * not two, because each entry more costs every later context of the SDK a larger copy; only while
 * an application signs in there is a second one.
 */
final class CallContext {
  static final Object ENTRY = new Key("mcpdiag.call");

  /** Facts of a request, while code of the application prepares it, and nowhere else. */
  private static final Object PREPARED = new Key("mcpdiag.prepared");

  private CallContext() {}

  /** A context in which whoever signs in finds the request that waits for it. */
  static Context preparing(Context context, Facts facts) {
    return context.put(PREPARED, facts);
  }

  /** Facts of the request that is being prepared, null where none is. */
  static @Nullable Facts prepared(ContextView context) {
    Object facts = context.getOrDefault(PREPARED, null);
    return facts instanceof Facts known ? known : null;
  }

  /** The call of whatever carries a context, null where there is none. */
  static @Nullable OpenCall call(@Nullable Object carrier) {
    ContextView context = contextOf(carrier);
    Object entry = context == null ? null : context.getOrDefault(ENTRY, null);
    return entry instanceof OpenCall call ? call : null;
  }

  /** The operation that a call is about to begin in, null if it is in none. */
  static @Nullable Operation operation(ContextView context) {
    Object entry = context.getOrDefault(ENTRY, null);
    return entry instanceof Operation operation ? operation : null;
  }

  private static @Nullable ContextView contextOf(@Nullable Object carrier) {
    if (carrier instanceof ContextView view) {
      return view;
    }
    if (carrier instanceof MonoSink<?> sink) {
      return sink.contextView();
    }
    if (carrier instanceof SynchronousSink<?> sink) {
      return sink.contextView();
    }
    return carrier instanceof FluxSink<?> sink ? sink.contextView() : null;
  }

  /** Equal to nothing but itself: no other library can hit or replace our entries. */
  private static final class Key {
    private final String name;

    Key(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
