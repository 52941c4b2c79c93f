package dev.mcpdiag.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as the peer reads it.
 *
 * @param headers lower-case names
 */
public record HttpRequestSeen(String verb, String path, Map<String, String> headers, String body) {
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\"[^\"]*\"|\\d+)");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"protocolVersion\":\"([^\"]+)\"");

  /** Null when the client closed the connection. */
  public static @Nullable HttpRequestSeen read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null || first.isEmpty()) {
      return null;
    }
    String[] words = first.split(" ", -1);
    if (words.length < 2) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("half a request");
    }
    return new HttpRequestSeen(
        words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** JSON-RPC method, "" if there is none (GET, DELETE, answers). */
  public String rpcMethod() {
    return first(METHOD, "");
  }

  /** JSON-RPC id as it stands in the JSON, "" for a notification. */
  public String rpcId() {
    return first(ID, "");
  }

  /** Tool or prompt. */
  public String name() {
    return first(NAME, "");
  }

  public String protocolVersion() {
    return first(VERSION, "2025-03-26");
  }

  private String first(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
