package dev.mcpdiag.house.planted.call;

import reactor.core.publisher.Mono;

interface NamesReactor {
  Mono<String> answer();
}
