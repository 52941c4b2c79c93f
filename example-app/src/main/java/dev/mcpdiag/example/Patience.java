package dev.mcpdiag.example;

import java.time.Duration;

/**
 * How long a client waits. The two are never alike: the SDK starts both with the first request, and
 * which of them ends it shows in the exception's text.
 *
 * @param initialization for the whole handshake
 * @param request for each request, the handshake's own included
 */
record Patience(Duration initialization, Duration request) {
  static final Patience LONG = new Patience(Duration.ofSeconds(25), Duration.ofSeconds(20));

  static Patience forInitialize(int millis) {
    return new Patience(Duration.ofMillis(millis), Duration.ofSeconds(20));
  }

  static Patience forRequest(int millis) {
    return new Patience(Duration.ofSeconds(25), Duration.ofMillis(millis));
  }
}
