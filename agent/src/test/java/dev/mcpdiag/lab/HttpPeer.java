package dev.mcpdiag.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/**
 * A server on a real socket that answers each HTTP request as it was told. Sockets, not an HTTP
 * library, because most of what it has to do no library would agree to.
 */
public final class HttpPeer implements AutoCloseable {
  /** What the peer does with a request. Returning keeps the connection, throwing drops it. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpRequestSeen request, Socket connection) throws IOException;
  }

  private static final int BACKLOG = 50;

  private final ServerSocket server;
  private final Answer answer;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  public HttpPeer(Answer answer) throws IOException {
    this(ServerSocketFactory.getDefault(), answer);
  }

  public HttpPeer(ServerSocketFactory sockets, Answer answer) throws IOException {
    this(sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), answer);
  }

  public HttpPeer(ServerSocket server, Answer answer) {
    this.server = server;
    this.answer = answer;
    start(this::accept, "lab-accept");
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection), "lab-connection");
      } catch (IOException ignored) {
        // Closed, or a client that was gone before it was accepted: both are everyday here.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
      HttpRequestSeen request = HttpRequestSeen.read(in);
      while (request != null) {
        answer.to(request, connection);
        request = connection.isClosed() ? null : HttpRequestSeen.read(in);
      }
    } catch (IOException ignored) {
      // The client went away, a handshake failed, or the answer was to drop the connection.
    } finally {
      connections.remove(connection);
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
