package dev.mcpdiag.telemetry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection to a collector that speaks HTTP/1.1. Used by one thread, closed by any. */
final class HttpConnection {
  private static final int MAX_BODY_BYTES = 64 * 1024;
  private static final int MAX_LINE_BYTES = 16 * 1024;
  private static final int MAX_HEADERS = 200;
  private static final long STALE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Socket socket;
  private final InputStream in;
  private long usedAt = System.nanoTime();
  private boolean answering;

  private HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1024);
  }

  static HttpConnection open(URI to, Tls tls, long deadline) throws IOException {
    boolean secure = "https".equalsIgnoreCase(to.getScheme());
    String host = to.getHost();
    int port = to.getPort() >= 0 ? to.getPort() : secure ? 443 : 80;
    Socket socket = connect(to, host, port, deadline);
    try {
      socket.setTcpNoDelay(true);
      return new HttpConnection(secure ? encrypted(socket, host, port, tls, deadline) : socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Too long unused to trust that the peer still listens on it. */
  boolean isStale() {
    return System.nanoTime() - usedAt > STALE_NANOS;
  }

  /** True once the first byte of an answer came. */
  boolean isAnswering() {
    return answering;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is gone either way.
    }
  }

  HttpAnswer exchange(byte[][] request, long deadline) throws IOException {
    answering = false;
    wait(socket, deadline);
    for (byte[] piece : request) { // no copy into one: Nagle is off
      socket.getOutputStream().write(piece);
    }
    socket.getOutputStream().flush();
    while (true) {
      String[] status = line(deadline).split(" ", 3);
      answering = true;
      if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
        throw new IOException("not an HTTP/1.1 answer");
      }
      int code = number(status[1], 10);
      Map<String, String> headers = headers(deadline);
      if (code >= 200) {
        HttpAnswer answer = body(code, headers, deadline);
        usedAt = System.nanoTime();
        return answer;
      }
    }
  }

  private Map<String, String> headers(long deadline) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MAX_HEADERS; i++) {
      String line = line(deadline);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).trim());
      }
    }
    throw new IOException("an answer with too many headers");
  }

  private HttpAnswer body(int code, Map<String, String> headers, long deadline) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean complete = true;
    String length = headers.get("content-length");
    if (code == 204 || code == 304) {
      return new HttpAnswer(code, headers, new byte[0], true);
    }
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      complete = chunks(body, deadline);
    } else if (length != null) {
      int all = number(length, 10);
      complete = copy(body, Math.min(all, MAX_BODY_BYTES), deadline) == all;
    } else {
      copy(body, MAX_BODY_BYTES, deadline);
      complete = false;
    }
    return new HttpAnswer(code, headers, body.toByteArray(), complete);
  }

  private boolean chunks(ByteArrayOutputStream body, long deadline) throws IOException {
    while (body.size() <= MAX_BODY_BYTES) {
      String size = line(deadline);
      int end = size.indexOf(';');
      int length = number((end < 0 ? size : size.substring(0, end)).trim(), 16);
      if (length == 0) {
        headers(deadline);
        return true;
      }
      if (length > MAX_BODY_BYTES || copy(body, length, deadline) < length) {
        return false;
      }
      line(deadline);
    }
    return false;
  }

  private int copy(ByteArrayOutputStream to, int most, long deadline) throws IOException {
    byte[] buffer = new byte[Math.min(most, 4096)];
    int copied = 0;
    while (copied < most) {
      wait(socket, deadline);
      int n = in.read(buffer, 0, Math.min(buffer.length, most - copied));
      if (n < 0) {
        break;
      }
      to.write(buffer, 0, n);
      copied += n;
    }
    return copied;
  }

  private String line(long deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    while (line.size() < MAX_LINE_BYTES) {
      wait(socket, deadline);
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the connection ended within an answer");
      }
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(b);
    }
    throw new IOException("an answer with too long a line");
  }

  private static int number(String text, int radix) throws IOException {
    try {
      return Integer.parseInt(text, radix);
    } catch (NumberFormatException e) {
      throw new IOException("not a number in an HTTP answer", e);
    }
  }

  private static Socket connect(URI to, String host, int port, long deadline) throws IOException {
    Proxy proxy = proxyFor(to);
    if (proxy.type() != Proxy.Type.DIRECT) {
      Socket socket = new Socket(proxy);
      socket.connect(InetSocketAddress.createUnresolved(host, port), left(deadline));
      return socket;
    }
    IOException first = null;
    // A name like localhost has two addresses and often a listener on one only.
    for (InetAddress address : InetAddress.getAllByName(host)) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), left(deadline));
        return socket;
      } catch (IOException e) {
        socket.close();
        first = first == null ? e : first;
      }
    }
    throw first == null ? new IOException("no address") : first;
  }

  private static Proxy proxyFor(URI to) {
    ProxySelector selector = ProxySelector.getDefault();
    List<Proxy> proxies = selector == null ? List.of() : selector.select(to);
    return proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
  }

  private static SSLSocket encrypted(Socket socket, String host, int port, Tls tls, long deadline)
      throws IOException {
    SSLSocket secure =
        (SSLSocket) context(tls).getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    wait(secure, deadline);
    secure.startHandshake();
    return secure;
  }

  private static SSLContext context(Tls tls) throws IOException {
    if (tls.context() != null) {
      return tls.context();
    }
    try {
      // Never SSLContext.getDefault(): made by us, it would miss what the application sets later.
      SSLContext own = SSLContext.getInstance("TLS");
      own.init(null, null, null);
      return own;
    } catch (GeneralSecurityException e) {
      throw new IOException("this JVM has no TLS", e);
    }
  }

  private static void wait(Socket socket, long deadline) throws IOException {
    socket.setSoTimeout(left(deadline));
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }
}
