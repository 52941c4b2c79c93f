package dev.mcpdiag.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSource;

/** A message as gRPC frames it: a flag, its length in four bytes, its bytes. */
final class GrpcFrame {
  private static final MediaType TYPE = MediaType.get("application/grpc");
  private static final int HEADER = 5;
  private static final int MAX_RESPONSE_BYTES = 64 * 1024;

  private GrpcFrame() {}

  static RequestBody of(byte[] message, boolean isGzip) throws IOException {
    byte[] sent = isGzip ? packed(message) : message;
    byte[] frame = new byte[HEADER + sent.length];
    frame[0] = (byte) (isGzip ? 1 : 0);
    for (int i = 0; i < 4; i++) {
      frame[1 + i] = (byte) (sent.length >>> (24 - 8 * i));
    }
    System.arraycopy(sent, 0, frame, HEADER, sent.length);
    return RequestBody.create(frame, TYPE);
  }

  private static byte[] packed(byte[] message) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(message.length / 3 + 32);
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(message);
    }
    return packed.toByteArray();
  }

  /** The first message, empty where there is none; the body is read to its end. */
  static byte[] messageIn(BufferedSource body) throws IOException {
    byte[] message = new byte[0];
    if (!body.exhausted()) {
      boolean isPlain = body.readByte() == 0;
      int length = body.readInt();
      if (length < 0 || length > MAX_RESPONSE_BYTES) {
        throw new EOFException("a gRPC message of " + length + " bytes");
      }
      byte[] read = body.readByteArray(length);
      message = isPlain ? read : message; // nobody was told that we understand another encoding
    }
    while (!body.exhausted()) {
      body.skip(Math.min(body.getBuffer().size(), MAX_RESPONSE_BYTES));
    }
    return message;
  }
}
