package dev.mcpdiag.telemetry;

/**
 * Reads how many items a collector refused out of a request that it took: field 1 (partial_success)
 * of OTLP's responses, and in it field 1 (rejected_*), both the same for every signal.
 */
final class PartialSuccess {
  private static final int MESSAGE_1 = 1 << 3 | 2;
  private static final int VARINT_1 = 1 << 3;

  private PartialSuccess() {}

  /** 0 when everything was taken, also when the bytes are no such message. */
  static long rejectedIn(byte[] response) {
    if (response.length < 4 || response[0] != MESSAGE_1 || response[2] != VARINT_1) {
      // A first length above 127 (a long error text) takes two bytes.
      return response.length > 5
              && response[0] == MESSAGE_1
              && response[1] < 0
              && response[3] == VARINT_1
          ? varint(response, 4)
          : 0;
    }
    return varint(response, 3);
  }

  private static long varint(byte[] bytes, int from) {
    long value = 0;
    for (int i = from, shift = 0; i < bytes.length && shift < 63; i++, shift += 7) {
      value |= (long) (bytes[i] & 0x7f) << shift;
      if (bytes[i] >= 0) {
        return value;
      }
    }
    return 0;
  }
}
