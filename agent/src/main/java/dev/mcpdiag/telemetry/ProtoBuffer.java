package dev.mcpdiag.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one message of Protocol Buffers, field by field (protobuf.dev, Encoding), into memory that
 * it keeps for the next. One thread at a time.
 */
final class ProtoBuffer {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int WITH_LENGTH = 2;
  private static final int FIXED_32 = 5;

  private byte[] bytes;
  private int count;

  ProtoBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** What was written; the next message begins. */
  byte[] take() {
    byte[] message = Arrays.copyOf(bytes, count);
    count = 0;
    return message;
  }

  /** An enum, a bool or an int64 that is not negative. */
  void number(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  void fixed64(int field, long value) {
    tag(field, FIXED_64);
    littleEndian(value, 8);
  }

  void fixed32(int field, int value) {
    tag(field, FIXED_32);
    littleEndian(value, 4);
  }

  void text(int field, String value) {
    int begun = begin(field);
    room(value.length());
    int at = count;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        raw(value.substring(i).getBytes(StandardCharsets.UTF_8), at);
        end(begun);
        return;
      }
      bytes[at++] = (byte) c;
    }
    count = at;
    end(begun);
  }

  /** Bytes that are given as lower-case hex digits. */
  void hex(int field, String digits) {
    int begun = begin(field);
    room(digits.length() / 2);
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      int high = Character.digit(digits.charAt(i), 16);
      bytes[count++] = (byte) ((high << 4) | Character.digit(digits.charAt(i + 1), 16));
    }
    end(begun);
  }

  /** A message within begins; returns what {@link #end} needs. */
  int begin(int field) {
    tag(field, WITH_LENGTH);
    room(1);
    return ++count; // most messages are shorter than 128, and then their length takes one byte
  }

  /** The message within that began there is complete. */
  void end(int begun) {
    int length = count - begun;
    int more = (31 - Integer.numberOfLeadingZeros(length | 1)) / 7;
    if (more > 0) {
      room(more);
      System.arraycopy(bytes, begun, bytes, begun + more, length);
    }
    count = begun - 1;
    varint(length);
    count += length;
  }

  private void raw(byte[] some, int at) {
    count = at;
    room(some.length);
    System.arraycopy(some, 0, bytes, count, some.length);
    count += some.length;
  }

  private void tag(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  private void varint(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[count++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[count++] = (byte) left;
  }

  private void littleEndian(long value, int size) {
    room(size);
    for (int i = 0; i < size; i++) {
      bytes[count++] = (byte) (value >>> (8 * i));
    }
  }

  private void room(int more) {
    if (bytes.length - count < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, count + more));
    }
  }
}
