package dev.mcpdiag.example.server;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.IOException;
import java.io.OutputStream;

/** Servers that speak over stdin and stdout. */
final class StdioServers {
  private StdioServers() {}

  static void healthy() {
    McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
        .serverInfo("gallery-stdio", "1.0")
        .capabilities(Offer.CAPABILITIES)
        .tools(Offer.tools())
        .resources(Offer.resources())
        .prompts(Offer.prompts())
        .build();
  }

  static void exiting() {
    System.err.println("error: DATABASE_URL is not set");
    System.exit(3);
  }

  static void noisy() {
    System.out.println("INFO starting the catalogue server");
    healthy();
  }

  static void silent() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
