package dev.mcpdiag.api;

import java.time.Instant;
import java.util.Locale;

/**
 * One thing that was seen, as it was seen: a status, an exit code, a lookup that failed.
 *
 * @param at when it was seen
 * @param scope what it belongs to
 * @param kind which sort of fact, for example {@code http.status}; new kinds may come
 * @param value the fact itself as text, for example {@code 503}
 */
public record Fact(Instant at, Scope scope, String kind, String value) {

  /** What a fact belongs to. */
  public enum Scope {
    /**
     * Seen on this very call. Not on another call of the same connection. Strong evidence: rely on
     * it.
     */
    CALL,
    /**
     * Seen on the connection, perhaps for another call. Not a proof for this call. Rely on it only
     * where the call itself has no fact.
     */
    CONNECTION;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The value in JSON: {@code call} or {@code connection}. */
    public String text() {
      return text;
    }
  }
}
