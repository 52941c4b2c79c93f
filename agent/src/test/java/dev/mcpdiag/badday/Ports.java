package dev.mcpdiag.badday;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Addresses where nobody, or nobody useful, is met. */
final class Ports implements AutoCloseable {
  private final SocketChannel bound;
  private final ServerSocketChannel silent;

  Ports() throws IOException {
    bound = SocketChannel.open();
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    silent = ServerSocketChannel.open();
    silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Nothing listens here, and nothing will: the port is taken. */
  String refusing() throws IOException {
    return address(bound.getLocalAddress());
  }

  /** The kernel accepts, nobody ever says a word. */
  String silent() throws IOException {
    return address(silent.getLocalAddress());
  }

  private static String address(java.net.SocketAddress address) {
    return "http://127.0.0.1:" + ((InetSocketAddress) address).getPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
    silent.close();
  }
}
