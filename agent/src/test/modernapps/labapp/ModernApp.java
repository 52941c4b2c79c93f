package labapp;

import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;

/** A client over the second API of the SDK, which fails. Argument: the address. */
public final class ModernApp {
  private ModernApp() {}

  public static void main(String[] args) {
    try {
      McpClient.sync(HttpClientMcpTransport.builder(args[0]).build()).build().discover();
    } catch (RuntimeException expected) {
      System.out.println("failed: " + expected.getClass().getName());
    }
  }
}
