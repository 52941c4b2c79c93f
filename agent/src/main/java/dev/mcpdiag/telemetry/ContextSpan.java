package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the span of a call says when it ends, whoever keeps it. */
abstract class ContextSpan implements CallSpan, AttributeSink {
  private final Context context;
  private final TextMapPropagator propagator;

  /**
   * @param context holds this span
   */
  ContextSpan(Context context, TextMapPropagator propagator) {
    this.context = context;
    this.propagator = propagator;
  }

  /** The convention calls the end of this span an error; asked before it ends. */
  abstract void isError();

  /** Ends the span of a call that failed, or of one that went well. */
  abstract void end(boolean isOfFailure);

  @Override
  public final Map<String, String> headers() {
    return ContextBridge.headers(context, propagator);
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it, through the scope returned.
  public final Scope makeCurrent() {
    return context.makeCurrent()::close;
  }

  @Override
  public final void succeeded(Attempt attempt) {
    CallAttributes.ofSpan(attempt, this);
    end(false);
  }

  @Override
  public final void failed(Failure failure, boolean isError, @Nullable Integer peerCode) {
    CallAttributes.ofSpan(failure.attempt(), this);
    CallAttributes.ofBoth(failure, this);
    if (peerCode != null) {
      text(Names.STATUS_CODE, peerCode.toString());
    }
    if (isError) {
      CallAttributes.text(this, Names.ERROR_TYPE, failure.attempt().execution().errorType());
      isError();
    }
    end(true);
  }
}
