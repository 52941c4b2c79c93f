package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import reactor.core.scheduler.Schedulers;

/**
 * One of the {@link Tenants}, with an OpenTelemetry SDK of its own: two calls, the second fails,
 * and nothing left running. Argument: MCP address.
 */
public final class Tenant {
  private Tenant() {}

  public static void main(String[] args) throws Exception {
    OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
    // The idle threads of the JDK's own pool would hold this loader for a minute.
    ExecutorService threads = Executors.newCachedThreadPool();
    McpSyncClient client =
        McpClient.sync(transport(args[0], threads))
            .requestTimeout(Duration.ofSeconds(30))
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    client.initialize();
    client.callTool(new CallToolRequest("echo", Map.of()));
    try {
      client.callTool(new CallToolRequest("broken", Map.of()));
    } catch (RuntimeException expected) {
      System.out.println("failed as expected");
    }
    client.close();
    Schedulers.shutdownNow();
    threads.shutdownNow();
    telemetry.close();
  }

  private static McpClientTransport transport(String address, ExecutorService threads)
      throws Exception {
    Consumer<HttpClient.Builder> onThem = http -> http.executor(threads);
    Object builder =
        Loose.statically(
            "io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport",
            "builder",
            address);
    Loose.call(builder, "customizeClient", onThem);
    return (McpClientTransport) Loose.call(builder, "build");
  }
}
