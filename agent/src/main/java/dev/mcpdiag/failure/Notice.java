package dev.mcpdiag.failure;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth an event that is no failure of a call. Immutable, already redacted, holds nothing
 * of the application.
 */
public sealed interface Notice {
  /** When it happened. */
  Instant at();

  /** Lets the reader say what this is to it. */
  <R> R read(Reader<R> reader);

  /**
   * What somebody makes of each kind of notice. A new kind does not compile until all say it.
   *
   * @param <R> what it makes of one
   */
  interface Reader<R> {
    R recovered(Recovered healed);

    R stateChanged(StateChanged changed);

    R hung(Hung hung);

    R leak(Leak leak);

    R dropped(Dropped dropped);
  }

  /**
   * The SDK got over it by itself: the caller saw no failure.
   *
   * @param diagnosis what it would have been
   * @param because one sentence out of facts, no peer text
   * @param evidence {@code kind=value @-<ms>ms}, oldest first
   */
  record Recovered(
      Instant at,
      Failure.Ids ids,
      Attempt attempt,
      Diagnosis diagnosis,
      String because,
      List<String> evidence)
      implements Notice {
    @Override
    public <R> R read(Reader<R> reader) {
      return reader.recovered(this);
    }
  }

  /**
   * A connection stands differently.
   *
   * @param ids of the call that showed it, null if none did
   * @param cause what put it there, null for a good or wanted state
   */
  record StateChanged(
      Instant at,
      Side side,
      Peer peer,
      ConnectionState previous,
      ConnectionState state,
      Failure.@Nullable Ids ids,
      @Nullable Diagnosis cause)
      implements Notice {
    @Override
    public <R> R read(Reader<R> reader) {
      return reader.stateChanged(this);
    }
  }

  /**
   * A call is open for longer than {@code mcpdiag.hung-after}.
   *
   * @param ids of the call's span, null for chatter, which has none unless it fails
   * @param attempt with the time elapsed so far
   * @param evidence what was seen of it until now, oldest first
   */
  record Hung(Instant at, Failure.@Nullable Ids ids, Attempt attempt, List<String> evidence)
      implements Notice {
    @Override
    public <R> R read(Reader<R> reader) {
      return reader.hung(this);
    }
  }

  /**
   * The application itself, or the SDK in its name, lets out what should stay inside.
   *
   * @param ids of the call's span, null for chatter and outside any call
   * @param vector where it stands: {@code rpc_error_message}, {@code rpc_error_data}, {@code
   *     error_result}, {@code request_meta}, {@code result_meta}, {@code http_error_body}; never
   *     what
   */
  record Leak(Instant at, Failure.@Nullable Ids ids, Attempt attempt, String vector)
      implements Notice {
    @Override
    public <R> R read(Reader<R> reader) {
      return reader.leak(this);
    }
  }

  /**
   * Events are lost for good.
   *
   * @param reason lower_snake: {@code queue_full}, {@code rejected}
   * @param count since the notice before
   */
  record Dropped(Instant at, String reason, long count) implements Notice {
    @Override
    public <R> R read(Reader<R> reader) {
      return reader.dropped(this);
    }
  }
}
