package dev.mcpdiag.telemetry;

import io.opentelemetry.sdk.common.export.Compressor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** OTLP's one compression. */
enum Gzip implements Compressor {
  ONLY;

  @Override
  public String getEncoding() {
    return "gzip";
  }

  @Override
  public OutputStream compress(OutputStream plain) throws IOException {
    return new GZIPOutputStream(plain);
  }
}
