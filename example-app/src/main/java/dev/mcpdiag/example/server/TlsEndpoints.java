package dev.mcpdiag.example.server;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/** HTTPS endpoints with bad certificates; nobody ever gets past their handshake. */
final class TlsEndpoints {
  private static final List<String> ALIASES = List.of("authority", "expired", "wrong-host");

  private TlsEndpoints() {}

  static void serve() throws Exception {
    Path store = TemporaryFolder.create("mcp-gallery-tls").resolve("gallery.p12");
    Certificates certificates = Certificates.make(store);
    for (String alias : ALIASES) {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(certificates.context(alias)));
      server.setExecutor(Executors.newCachedThreadPool());
      server.start();
      Doors.announce(alias, "https://localhost:" + server.getAddress().getPort());
    }
    Doors.announce("key-store", store.toUri().toString());
    Doors.serveUntilAbandoned();
  }
}
