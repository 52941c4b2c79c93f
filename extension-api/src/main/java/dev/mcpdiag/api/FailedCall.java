package dev.mcpdiag.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failure as it looks before it has a name: what was tried and what was seen.
 *
 * <p>Made by mcpdiag only; later versions may add methods. Nothing here is null, nothing throws,
 * and nothing blocks. Texts come from the peer and are not scrubbed.
 */
public interface FailedCall {
  /** Which end this JVM is. */
  Side side();

  /** How the messages travel. */
  Transport transport();

  /** When in the life of the connection it failed. */
  Phase phase();

  /** The JSON-RPC method, for example {@code tools/call}; "" when no call was made. */
  String method();

  /** Name of the tool or prompt, or URI of the resource. */
  Optional<String> target();

  /** Name of the server, as in the attribute {@code mcpdiag.server.name}. */
  String serverName();

  /**
   * The live throwable, empty when the failure was an answer. Only during {@code classify}: read
   * it, do not keep or change it. Its class cannot be linked against; see {@link #isCausedBy}.
   */
  Optional<Throwable> throwable();

  /**
   * True if any throwable of the cause chain has this class, superclass or interface.
   *
   * @param className binary name, for example {@code com.acme.QuotaException}
   */
  boolean isCausedBy(String className);

  /** The peer's JSON-RPC error, if it sent one. */
  Optional<PeerError> peerError();

  /** True if a tool answered with {@code isError} (MCP, tools, error handling). */
  boolean isErrorResult();

  /** Text of a failed result, at most 8 KiB; never exported. */
  Optional<String> resultText();

  /** HTTP status, only if really received for this call. */
  OptionalInt httpStatus();

  /** Headers of that HTTP answer, names in lower case, only those known to hold no secrets. */
  Map<String, String> httpHeaders();

  /** Exit code of the stdio server's process, only if it really ended. */
  OptionalInt processExit();

  /** From the start of the call to its failure. */
  Duration elapsed();

  /** The timer that was set for the call. */
  Optional<Duration> timeout();

  /** Everything that was seen, oldest first; cannot be changed. */
  List<Fact> facts();

  /** What mcpdiag would say: a good start for {@link Diagnosis#toBuilder}. */
  Diagnosis builtIn();
}
