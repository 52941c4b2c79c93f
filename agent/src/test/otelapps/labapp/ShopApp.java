package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * An application with an OpenTelemetry SDK of its own, never registered globally as in Spring Boot:
 * a shop and the MCP servers that it asks, in one JVM. Argument: where its exporter sends to.
 */
public final class ShopApp {
  private static Tracer tracer;

  private ShopApp() {}

  public static void main(String[] args) throws Exception {
    OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(spansTo(args[0])).build();
    tracer = telemetry.getTracer("shop");
    for (String way : new String[] {"sync", "async"}) {
      McpSyncClient client = client(serve(way));
      client.initialize();
      buy(way, client);
      client.close();
    }
    // Fails where somebody asked for the global one too early.
    GlobalOpenTelemetry.set(telemetry);
    telemetry.close();
    System.out.println("closed");
    System.exit(0);
  }

  private static SdkTracerProvider spansTo(String endpoint) {
    Resource shop = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "shop"));
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces").build();
    return SdkTracerProvider.builder()
        .setResource(shop)
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
  }

  private static void buy(String way, McpSyncClient client) {
    Span checkout = tracer.spanBuilder("checkout " + way).startSpan();
    try (Scope scope = checkout.makeCurrent()) {
      client.callTool(new CallToolRequest("pack", Map.of()));
      client.callTool(new CallToolRequest("ship", Map.of()));
      System.out.println(way + " should have failed");
    } catch (RuntimeException expected) {
      System.out.println("checkout " + way + " " + checkout.getSpanContext().getTraceId());
    } finally {
      checkout.end();
    }
  }

  private static McpSyncClient client(String port) {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port).build())
        .build();
  }

  private static String serve(String way) throws Exception {
    Object transport = Servers.http("streamable");
    McpStreamableServerTransportProvider provider =
        (McpStreamableServerTransportProvider) transport;
    if (way.equals("sync")) {
      McpServer.sync(provider)
          .serverInfo("warehouse", "1")
          .toolCall(tool("pack"), (exchange, request) -> pack(way))
          .toolCall(tool("ship"), (exchange, request) -> ship())
          .build();
    } else {
      McpServer.async(provider)
          .serverInfo("warehouse", "1")
          .toolCall(tool("pack"), (exchange, request) -> Mono.fromCallable(() -> pack(way)))
          .toolCall(tool("ship"), (exchange, request) -> Mono.fromCallable(ShopApp::ship))
          .build();
    }
    return Web.serve(transport, 1).ports();
  }

  private static Tool tool(String name) throws Exception {
    return (Tool) Tools.declared(name);
  }

  private static CallToolResult pack(String way) {
    System.out.println("packing " + way + " " + Span.current().getSpanContext().getTraceId());
    tracer.spanBuilder("pack " + way).startSpan().end();
    return (CallToolResult) Tools.run("echo");
  }

  private static CallToolResult ship() {
    return (CallToolResult) Tools.run("throws");
  }
}
