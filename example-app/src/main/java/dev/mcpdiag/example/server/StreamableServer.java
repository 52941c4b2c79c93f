package dev.mcpdiag.example.server;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A healthy MCP server over streamable HTTP. */
final class StreamableServer {
  private StreamableServer() {}

  static void serve() throws Exception {
    LogManager.getLogManager().reset(); // Tomcat tells of its start on stderr otherwise
    var transport =
        HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build();
    McpServer.sync(transport)
        .serverInfo("gallery-http", "1.0")
        .capabilities(Offer.CAPABILITIES)
        .tools(Offer.tools())
        .resources(Offer.resources())
        .prompts(Offer.prompts())
        .build();

    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(TemporaryFolder.create("mcp-gallery-tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "mcp", transport).setAsyncSupported(true);
    context.addServletMappingDecoded("/mcp", "mcp");
    tomcat.start();

    int port = tomcat.getConnector().getLocalPort();
    Doors.announce("http", "http://127.0.0.1:" + port);
    Doors.announce("https-to-plain-port", "https://127.0.0.1:" + port);
    Doors.serveUntilAbandoned();
  }
}
