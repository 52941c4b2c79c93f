package dev.mcpdiag.extensions;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.Fact;
import dev.mcpdiag.api.FailedCall;
import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.call.Diagnoser.Question;
import dev.mcpdiag.classify.Case;
import dev.mcpdiag.evidence.Noted;
import dev.mcpdiag.redact.Redactor;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A failure as classifiers see it. Any thread; made cheaply, most of it computed when asked for.
 */
final class OfferedCall implements FailedCall {
  private static final int MAX_RESULT_CHARS = 8 * 1024;

  private final Case failed;
  private final String serverName;
  private final Instant endedAt;
  private final @Nullable HttpHeaders headers;
  private final Redactor redactor;
  private final Diagnosis builtIn;
  private volatile @Nullable Throwable throwable;

  OfferedCall(Question question, Redactor redactor) {
    this.failed = question.failed();
    this.serverName = question.builtIn().attempt().peer().serverName();
    this.endedAt = question.builtIn().at();
    this.headers = question.headers();
    this.redactor = redactor;
    this.builtIn = question.builtIn().diagnosis().toBuilder().debugId("").build();
    this.throwable = question.throwable();
  }

  /** The classifiers had their turn: the application's throwable is let go. */
  void close() {
    throwable = null;
  }

  @Override
  public Side side() {
    return failed.side();
  }

  @Override
  public Transport transport() {
    return failed.transport();
  }

  @Override
  public Phase phase() {
    return failed.phase();
  }

  @Override
  public String method() {
    return failed.method();
  }

  @Override
  public Optional<String> target() {
    return Optional.ofNullable(failed.target());
  }

  @Override
  public String serverName() {
    return serverName;
  }

  @Override
  public Optional<Throwable> throwable() {
    return Optional.ofNullable(throwable);
  }

  @Override
  public boolean isCausedBy(String className) {
    return failed.chain().has(className);
  }

  @Override
  public Optional<PeerError> peerError() {
    // Where this JVM answers, the error is its own.
    return failed.isAnswering() ? Optional.empty() : Optional.ofNullable(failed.peer());
  }

  @Override
  public boolean isErrorResult() {
    return failed.ending() == Case.Ending.ERROR_RESULT;
  }

  @Override
  public Optional<String> resultText() {
    String text = failed.resultText();
    return Optional.ofNullable(text)
        .map(whole -> whole.substring(0, Math.min(whole.length(), MAX_RESULT_CHARS)));
  }

  @Override
  public OptionalInt httpStatus() {
    return number(failed.httpStatus());
  }

  @Override
  public Map<String, String> httpHeaders() {
    if (headers == null) {
      return Map.of();
    }
    Map<String, String> allowed = new LinkedHashMap<>();
    headers
        .map()
        .forEach(
            (name, values) -> {
              String value = values.isEmpty() ? null : redactor.headerValue(name, values.get(0));
              if (value != null) {
                allowed.put(name.toLowerCase(Locale.ROOT), value);
              }
            });
    return Collections.unmodifiableMap(allowed);
  }

  @Override
  public OptionalInt processExit() {
    return number(failed.processExit());
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(failed.endNanos() - failed.startNanos());
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.ofNullable(failed.timeout());
  }

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    failed.connectionFacts().forEach(noted -> facts.add(fact(noted, Fact.Scope.CONNECTION)));
    failed.callFacts().forEach(noted -> facts.add(fact(noted, Fact.Scope.CALL)));
    facts.sort((a, b) -> a.at().compareTo(b.at()));
    return Collections.unmodifiableList(facts);
  }

  private Fact fact(Noted noted, Fact.Scope scope) {
    long nanosBefore = failed.endNanos() - noted.nanos();
    return new Fact(endedAt.minusNanos(nanosBefore), scope, noted.kind().text(), noted.value());
  }

  @Override
  public Diagnosis builtIn() {
    return builtIn;
  }

  /** What the throwables and the peer say, for rules: scrubbed nowhere, so never to be kept. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    failed.chain().links().forEach(link -> messages.add(link.message()));
    PeerError peer = failed.peer();
    if (peer != null) {
      messages.add(peer.message());
    }
    return messages;
  }
}
