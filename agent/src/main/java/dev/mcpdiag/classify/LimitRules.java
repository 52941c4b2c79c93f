package dev.mcpdiag.classify;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this JVM refuses by itself: full queues, open circuits, limits of size and destination. */
final class LimitRules {
  private record Row(String type, String code, String rule) {}

  private static final String POOL = "reactor.netty.internal.shaded.reactor.pool.Pool";

  /** From the special to the general; by name, for the agent does not know these libraries. */
  private static final List<Row> ROWS =
      List.of(
          new Row(
              "io.github.resilience4j.ratelimiter.RequestNotPermitted",
              Codes.RATE_LIMITED,
              "local-rate-limit"),
          overloaded("io.github.resilience4j.circuitbreaker.CallNotPermittedException"),
          overloaded("io.github.resilience4j.bulkhead.BulkheadFullException"),
          overloaded("java.util.concurrent.RejectedExecutionException"),
          overloaded("reactor.core.Exceptions$OverflowException"),
          overloaded(POOL + "AcquirePendingLimitException"),
          overloaded(POOL + "AcquireTimeoutException"),
          new Row(
              "org.springframework.core.io.buffer.DataBufferLimitException",
              Codes.PAYLOAD_TOO_LARGE,
              "local-size"));

  private LimitRules() {}

  /** By the types in a chain, whichever side met them. */
  static @Nullable Verdict byType(ThrowableChain chain) {
    for (Row row : ROWS) {
      if (chain.has(row.type())) {
        return Verdict.of(
            row.code(),
            Origin.LOCAL,
            row.rule(),
            NetworkRules.simple(row.type()) + " in the causes");
      }
    }
    return chain.any(LimitRules::isJsonLimit)
        ? Verdict.of(
            Codes.PAYLOAD_TOO_LARGE, Origin.LOCAL, "local-size", "a limit of the JSON reader")
        : withoutThreads(chain);
  }

  /** For a sender: the host application's own policy as well. */
  static @Nullable Verdict judge(Case failed) {
    if (failed.isAnswering() || failed.ending() != Case.Ending.THROWN) {
      return null;
    }
    ThrowableChain chain = failed.chain();
    boolean isPolicy =
        chain.any(link -> NetworkRules.simple(link.type()).contains("DomainNotAllowed"))
            || chain.has("java.lang.SecurityException");
    return isPolicy
        ? Verdict.of(
            Codes.DOMAIN_NOT_ALLOWED,
            Origin.LOCAL,
            "local-policy",
            "this application's own policy refused the destination")
        : byType(chain);
  }

  /** No whole name: the build would rename it with our own Jackson. */
  private static boolean isJsonLimit(ThrowableChain.Link link) {
    return link.type().endsWith(".core.exc.StreamConstraintsException");
  }

  private static @Nullable Verdict withoutThreads(ThrowableChain chain) {
    return chain.has("java.lang.OutOfMemoryError") && chain.says("create native thread")
        ? Verdict.of(
            Codes.OVERLOADED, Origin.LOCAL, "local-threads", "this JVM gets no more threads")
        : null;
  }

  private static Row overloaded(String type) {
    return new Row(type, Codes.OVERLOADED, "local-overload");
  }
}
