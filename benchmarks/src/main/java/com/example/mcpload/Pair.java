package com.example.mcpload;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

/**
 * A client and its server in this JVM, initialised and ready for calls.
 *
 * @param stopServer to be run after the client was closed
 */
record Pair(McpSyncClient client, Runnable stopServer) implements AutoCloseable {

  static Pair inMemory() {
    var transport = new MemoryServer();
    McpSyncServer server = Tools.serve(McpServer.sync(transport));
    McpSyncClient client = McpClient.sync(new MemoryTransport(transport)).build();
    client.initialize();
    return new Pair(client, server::close);
  }

  static Pair overHttp() throws Exception {
    var servlet =
        HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build();
    McpSyncServer server = Tools.serve(McpServer.sync(servlet));
    WebServer web = WebServer.start(servlet);
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + web.port())
                    .endpoint("/mcp")
                    .build())
            .build();
    client.initialize();
    return new Pair(
        client,
        () -> {
          server.close();
          web.close();
        });
  }

  @Override
  public void close() {
    client.close();
    stopServer.run();
  }
}
