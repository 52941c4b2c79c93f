package labapp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** The SDK's client behind one face, blocking or reactive. */
interface Client {
  Object initialize() throws Exception;

  Object call(String tool, Map<String, Object> arguments) throws Exception;

  Object list() throws Exception;

  Object read(String uri) throws Exception;

  Object prompt(String name) throws Exception;

  Object ping() throws Exception;

  void close() throws Exception;

  static Client of(Errand errand) throws Exception {
    McpClientTransport transport = Transports.of(errand);
    Duration request = errand.millis("requestTimeout", 3000);
    Duration initialization = errand.millis("initTimeout", 4000);
    if (errand.isAsync()) {
      return new Reactive(
          McpClient.async(transport)
              .requestTimeout(request)
              .initializationTimeout(initialization)
              .build());
    }
    return new Blocking(
        McpClient.sync(transport)
            .requestTimeout(request)
            .initializationTimeout(initialization)
            .build());
  }

  /** What a result says, without anything that differs between two healthy runs. */
  static String said(CallToolResult result) {
    return "isError=" + result.isError() + " " + result.content();
  }

  /** {@code McpSyncClient}. */
  record Blocking(McpSyncClient client) implements Client {
    @Override
    public Object initialize() {
      return client.initialize().serverInfo().name();
    }

    @Override
    public Object call(String tool, Map<String, Object> arguments) {
      return said(client.callTool(new CallToolRequest(tool, arguments)));
    }

    @Override
    public Object list() {
      return client.listTools().tools().size() + " tools";
    }

    @Override
    public Object read(String uri) {
      return client.readResource(new ReadResourceRequest(uri)).contents();
    }

    @Override
    public Object prompt(String name) {
      return client.getPrompt(new GetPromptRequest(name, Map.of())).messages();
    }

    @Override
    public Object ping() {
      client.ping();
      return "pong";
    }

    @Override
    public void close() {
      client.closeGracefully();
    }
  }

  /** {@code McpAsyncClient}. */
  record Reactive(McpAsyncClient client) implements Client {
    @Override
    public Object initialize() throws Exception {
      return result(client.initialize().map(result -> result.serverInfo().name()));
    }

    @Override
    public Object call(String tool, Map<String, Object> arguments) throws Exception {
      return result(calling(tool, arguments));
    }

    Mono<String> calling(String tool, Map<String, Object> arguments) {
      return client.callTool(new CallToolRequest(tool, arguments)).map(Client::said);
    }

    @Override
    public Object list() throws Exception {
      return result(client.listTools().map(result -> result.tools().size() + " tools"));
    }

    @Override
    public Object read(String uri) throws Exception {
      return result(
          client.readResource(new ReadResourceRequest(uri)).map(result -> result.contents()));
    }

    @Override
    public Object prompt(String name) throws Exception {
      return result(
          client.getPrompt(new GetPromptRequest(name, Map.of())).map(result -> result.messages()));
    }

    @Override
    public Object ping() throws Exception {
      return result(client.ping().map(answer -> "pong"));
    }

    @Override
    public void close() throws Exception {
      result(client.closeGracefully());
    }

    private static Object result(Mono<?> mono) throws Exception {
      return mono.toFuture().get(60, TimeUnit.SECONDS);
    }
  }
}
