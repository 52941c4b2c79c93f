package com.example.mcpload;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The server's end of the in-memory pair; serves one client. */
final class MemoryServer implements McpServerTransportProvider {
  private McpServerSession.@Nullable Factory sessions;
  private volatile @Nullable McpServerSession session;

  void open(Function<JSONRPCMessage, Mono<Void>> client) {
    session = Objects.requireNonNull(sessions, "server not built").create(new ToClient(client));
  }

  Mono<Void> accept(JSONRPCMessage message) {
    return Objects.requireNonNull(session, "not connected").handle(message);
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    sessions = factory;
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  private record ToClient(Function<JSONRPCMessage, Mono<Void>> client)
      implements McpServerTransport {
    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.defer(() -> client.apply(message));
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return McpJsonDefaults.getMapper().convertValue(data, type);
    }
  }
}
