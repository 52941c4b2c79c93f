package dev.mcpdiag.telemetry;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Some items of one signal as a whole export request. Requests that lie end to end are one valid
 * request (protobuf joins repeated fields), so parcels are written once and sent in any grouping.
 */
final class Parcel {
  private static final int WORTH_PACKING = 256;

  private final byte[] bytes;
  private final int items;
  private final int plainSize;
  private final boolean packed;

  private Parcel(byte[] bytes, int items, int plainSize, boolean packed) {
    this.bytes = bytes;
    this.items = items;
    this.plainSize = plainSize;
    this.packed = packed;
  }

  static Parcel of(byte[] request, int items) {
    return new Parcel(request, items, request.length, false);
  }

  /** How many spans or events it holds. */
  int items() {
    return items;
  }

  /** Bytes of the request when sent. */
  int plainSize() {
    return plainSize;
  }

  /** Bytes of memory it takes now. */
  int heldSize() {
    return bytes.length;
  }

  /** The same in less memory, for a longer wait: stack traces shrink to a fifth. */
  Parcel pack() {
    if (packed || plainSize < WORTH_PACKING) {
      return this;
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream small = new ByteArrayOutputStream(plainSize / 4);
      byte[] chunk = new byte[4096];
      while (!deflater.finished()) {
        small.write(chunk, 0, deflater.deflate(chunk));
      }
      return new Parcel(small.toByteArray(), items, plainSize, true);
    } finally {
      deflater.end();
    }
  }

  /** These parcels as one request; a single one gives its own bytes, which stay as they are. */
  static byte[] joined(List<Parcel> parcels) {
    if (parcels.size() == 1 && !parcels.get(0).packed) {
      return parcels.get(0).bytes;
    }
    int size = 0;
    for (Parcel parcel : parcels) {
      size += parcel.plainSize;
    }
    byte[] request = new byte[size];
    int at = 0;
    for (Parcel parcel : parcels) {
      parcel.unpack(request, at);
      at += parcel.plainSize;
    }
    return request;
  }

  /** Writes the request into {@code to} at {@code offset}. */
  void unpack(byte[] to, int offset) {
    if (!packed) {
      System.arraycopy(bytes, 0, to, offset, plainSize);
      return;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      int at = offset;
      while (!inflater.finished()) {
        at += inflater.inflate(to, at, offset + plainSize - at);
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("a parcel that this class packed does not unpack", e);
    } finally {
      inflater.end();
    }
  }
}
