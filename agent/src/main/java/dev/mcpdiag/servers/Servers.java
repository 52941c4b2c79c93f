package dev.mcpdiag.servers;

import dev.mcpdiag.failure.NoticeListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the servers stand that this JVM is a client of, by name; bounded. Any thread. */
public final class Servers {
  private static final int MOST = 500;

  private final Map<String, ServerState> servers = new ConcurrentHashMap<>();
  private final NoticeListener changes;

  /**
   * @param changes hears of each change while the server is locked: must hand it on and not wait
   */
  public Servers(NoticeListener changes) {
    this.changes = changes;
  }

  /** The server of this name; one too many is followed, but not listed. */
  public ServerState of(String name) {
    ServerState known = servers.get(name);
    if (known != null) {
      return known;
    }
    return servers.size() < MOST
        ? servers.computeIfAbsent(name, made -> new ServerState(made, changes))
        : new ServerState(name, changes);
  }

  /** All of them as they stand now, by name. */
  public List<ServerStatus> all() {
    List<ServerStatus> all = new ArrayList<>();
    servers.values().forEach(server -> all.add(server.status()));
    all.sort(Comparator.comparing(ServerStatus::name));
    return all;
  }

  /** To be called about once a second: what no call shows by itself. */
  public void look() {
    servers.values().forEach(ServerState::look);
  }
}
