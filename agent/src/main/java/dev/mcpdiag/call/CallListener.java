package dev.mcpdiag.call;

import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.telemetry.TargetProof;
import java.util.function.Supplier;

/** Hears of every end of a call, on the thread where it ended. */
public interface CallListener {
  /** A call went well; must not block. */
  void succeeded(Attempt attempt);

  /**
   * The SDK or the application got over a failure, and nobody saw it; {@link #succeeded} is called
   * too where a call did. Must not block.
   */
  void recovered(Notice.Recovered healed);

  /**
   * A call failed; must not block.
   *
   * @param failure takes its time: to be asked on a thread of the agent
   * @param isError whether the convention calls it an error (reference/spans.md#errors)
   * @param target whether the tool or prompt that was asked for exists
   */
  void failed(Supplier<Failure> failure, boolean isError, TargetProof target);

  /**
   * The failure was handed over, and the application is about to see it. Called on threads that may
   * wait, and must not block while the JVM lives.
   */
  void handedOver();

  /** This JVM tells its peer something that may hold a secret; {@code text} is not redacted. */
  void told(Supplier<Notice.Leak> leak, String text);

  /** This JVM tells its peer what it should keep to itself. */
  void leaked(Notice.Leak leak);
}
