package dev.mcpdiag.telemetry;

import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;

/** An export request that is already written. */
final class OtlpMessage implements MessageWriter {
  private final byte[] bytes;

  OtlpMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public void writeMessage(OutputStream output) throws IOException {
    output.write(bytes);
  }

  @Override
  public int getContentLength() {
    return bytes.length;
  }
}
