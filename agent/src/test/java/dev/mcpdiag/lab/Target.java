package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a client is sent.
 *
 * @param key what the agent must call the server: {@code mcpdiag.server.name}
 * @param settings lines of the application's errand: {@code url=...} or {@code command=...}
 */
record Target(String key, List<String> settings) {
  Target with(String... more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(more));
    return new Target(key, all);
  }

  static Target url(String scheme, String host, int port) {
    String authority = host + ":" + port;
    return new Target(authority, List.of("url=" + scheme + "://" + authority));
  }
}
