package dev.mcpdiag.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists of {@code key=value}, percent-encoded as W3C baggage: headers and resource attributes. */
final class OtelPairs {
  private OtelPairs() {}

  /** Decoded pairs in their order. A bad pair spoils all of them, as the specification asks. */
  static Map<String, String> read(String text) throws BadValue {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : Shapes.LIST.read(text)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : decoded(pair.substring(0, equals).strip());
      if (key.isEmpty()) {
        throw new BadValue("has a piece without a key", "write key=value,key=value");
      }
      String value = decoded(pair.substring(equals + 1).strip());
      if (hasLineBreak(key) || hasLineBreak(value)) {
        throw new BadValue("has a line break in " + Shown.text(key), "leave line breaks out");
      }
      pairs.put(key, value);
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Like URL decoding, but {@code +} stays, and so does a {@code %} that encodes nothing. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
