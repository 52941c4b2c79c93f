package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * An application with an OpenTelemetry SDK of its own, never registered globally as in Spring Boot:
 * a shop and the MCP servers that it asks, in one JVM. Arguments: where its exporter sends to, and
 * {@code streamable|sse}.
 */
public final class ShopApp {
  private static Tracer tracer;

  private ShopApp() {}

  public static void main(String[] args) throws Exception {
    OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(spansTo(args[0])).build();
    tracer = telemetry.getTracer("shop");
    for (String way : new String[] {"sync", "async"}) {
      McpSyncClient client = client(args[1], serve(args[1], way));
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

  private static McpSyncClient client(String wire, String port) throws Exception {
    String path = wire.equals("sse") ? "/sse" : "/mcp";
    String errand = "transport=%s\turl=http://127.0.0.1:%s\tpath=%s".formatted(wire, port, path);
    return McpClient.sync(Transports.of(Errand.of(errand)))
        .requestTimeout(Duration.ofSeconds(20))
        .build();
  }

  private static String serve(String wire, String way) throws Exception {
    Object transport = Servers.http(wire);
    Object server = Loose.statically("io.modelcontextprotocol.server.McpServer", way, transport);
    Loose.call(server, "serverInfo", "warehouse", "1");
    offer(server, way, "pack", () -> pack(way));
    offer(server, way, "ship", ShopApp::ship);
    Loose.call(server, "build");
    return Web.serve(transport, 1).ports();
  }

  private static void offer(Object server, String way, String tool, Callable<CallToolResult> work)
      throws Exception {
    BiFunction<Object, Object, Object> handler =
        way.equals("sync")
            ? (exchange, request) -> done(work)
            : (exchange, request) -> Mono.fromCallable(work);
    String method =
        Loose.has(server, "toolCall", Tool.class, BiFunction.class) ? "toolCall" : "tool";
    Loose.call(server, method, Tools.declared(tool), handler);
  }

  private static CallToolResult done(Callable<CallToolResult> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
