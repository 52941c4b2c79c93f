package com.example.mcpload;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The client's end of a pair in one JVM: no socket and no JSON text, so little hides the agent. */
final class MemoryTransport implements McpClientTransport {
  private final MemoryServer server;

  MemoryTransport(MemoryServer server) {
    this.server = server;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return Mono.fromRunnable(() -> server.open(answer -> handler.apply(Mono.just(answer)).then()));
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.defer(() -> server.accept(message));
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
