package labapp;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat that serves one MCP transport on several ports. */
final class Web {
  private final List<Connector> connectors = new ArrayList<>();

  private Web() {}

  /** A Tomcat's own; below target, for most servers are killed and could tidy nothing up. */
  static Path home() throws IOException {
    Path homes = Files.createDirectories(Path.of("target", "lab", "tomcat"));
    return Files.createTempDirectory(homes.toAbsolutePath(), "home");
  }

  static Web serve(Object transport, int ports) throws Exception {
    return serve((Servlet) transport, ports, context -> {});
  }

  /** The same behind whatever is added to the context. */
  static Web serve(Servlet transport, int ports, Consumer<Context> more) throws Exception {
    Web web = new Web();
    Tomcat tomcat = new Tomcat();
    Path home = home();
    tomcat.setBaseDir(home.toString());
    for (int i = 0; i < ports; i++) {
      Connector connector = new Connector("HTTP/1.1");
      connector.setPort(0);
      connector.setProperty("address", "127.0.0.1");
      connector.setProperty("maxThreads", "20");
      connector.setProperty("minSpareThreads", "1");
      // A client that reuses a connection just as it is closed loses a call.
      connector.setProperty("maxKeepAliveRequests", "-1");
      tomcat.getService().addConnector(connector);
      web.connectors.add(connector);
    }
    Context context = tomcat.addContext("", home.toString());
    Tomcat.addServlet(context, "mcp", transport).setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
    more.accept(context);
    tomcat.start();
    return web;
  }

  String ports() {
    StringBuilder text = new StringBuilder();
    for (Connector connector : connectors) {
      text.append(text.length() == 0 ? "" : " ").append(connector.getLocalPort());
    }
    return text.toString();
  }
}
