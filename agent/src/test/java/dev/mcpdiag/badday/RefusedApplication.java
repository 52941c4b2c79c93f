package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.OtlpReceiver;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An application that calls where nobody listens: run once without the agent before the tests of a
 * class, and ready to be run again with it. Its collector takes everything.
 */
final class RefusedApplication implements BeforeAllCallback, AfterAllCallback {
  private final String operation;
  private @Nullable Ports ports;
  private @Nullable OtlpReceiver collector;
  private @Nullable Ended alone;

  /**
   * @param operation what else it does before it ends
   */
  RefusedApplication(String operation) {
    this.operation = operation;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    ports = new Ports();
    collector = new OtlpReceiver();
    alone = outing().run();
    assertTrue(alone.stdout().contains("ConnectException"), alone.stdout());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    ports().close();
    Objects.requireNonNull(collector).close();
  }

  Outing outing() throws IOException {
    String url = "url=" + ports().refusing();
    return new Outing(Outing.errand("id=x", "transport=streamable", url, "op=init", operation))
        .collector(Objects.requireNonNull(collector).endpoint());
  }

  /** The run without the agent. */
  Ended alone() {
    return Objects.requireNonNull(alone);
  }

  Ports ports() {
    return Objects.requireNonNull(ports);
  }
}
