package dev.mcpdiag.telemetry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way to spans: bound to the OpenTelemetry agent, to the application's SDK or to our own
 * (design/architecture.md#joining-the-applications-traces). Every method may be called on any
 * thread, costs microseconds and never throws.
 */
public interface Bridge {
  /** The convention's span kinds that we use. */
  enum Kind {
    CLIENT,
    SERVER,
    INTERNAL
  }

  /** The context that is current on this thread, opaque to the caller; parent of a later span. */
  Object currentContext();

  /** Trace id of the current span, or null where none is valid. */
  @Nullable String currentTraceId();

  /** W3C headers of the context that is current on this thread; empty where there is none. */
  Map<String, String> currentHeaders();

  /**
   * Starts a span now.
   *
   * @param parent what {@link #currentContext} gave, used when {@code remote} has no traceparent
   * @param remote W3C headers of the sender (traceparent, tracestate, baggage), empty if none
   */
  CallSpan start(String name, Kind kind, Object parent, Map<String, String> remote);
}
