package dev.mcpdiag.sdk;

import dev.mcpdiag.evidence.Facts;
import dev.mcpdiag.evidence.HttpFacts;
import dev.mcpdiag.evidence.StreamAge;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.function.client.ClientResponse;

/** Reads along the body of a WebFlux answer: the first bytes of a refusal, or a stream's fate. */
final class WebBody {
  private static final int MAX_BYTES = 16 * 1024;

  private final Facts facts;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  private WebBody(Facts facts) {
    this.facts = facts;
  }

  static ClientResponse refusal(ClientResponse response, Facts facts) {
    WebBody body = new WebBody(facts);
    return response
        .mutate()
        .body(
            buffers ->
                buffers
                    .doOnNext(buffer -> Guard.run(() -> body.readAlong(buffer)))
                    .doOnComplete(() -> Guard.run(body::refused)))
        .build();
  }

  static ClientResponse stream(ClientResponse response, Facts facts, StreamAge age) {
    return response
        .mutate()
        .body(
            buffers ->
                buffers
                    .doOnNext(buffer -> age.heard(facts))
                    .doOnComplete(() -> Guard.run(() -> age.ended(null, facts)))
                    .doOnError(error -> Guard.run(() -> age.ended(error, facts))))
        .build();
  }

  private void readAlong(DataBuffer buffer) {
    int count = Math.min(buffer.readableByteCount(), MAX_BYTES - seen.size());
    for (int i = 0; i < count; i++) {
      seen.write(buffer.getByte(buffer.readPosition() + i));
    }
  }

  private void refused() {
    HttpFacts.refused(seen.toString(StandardCharsets.UTF_8), facts);
  }
}
