package dev.mcpdiag.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What this JVM learned from earlier calls and processes; bounded. Any thread. */
public final class History {
  private static final int MAX_ENTRIES = 1000;

  private final Set<String> answeredHosts = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> earlyExits = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Alike> streamAges = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Alike> streamSilences = new ConcurrentHashMap<>();

  /** A host answered, so its name resolves. */
  public void answered(String host) {
    if (answeredHosts.size() < MAX_ENTRIES) {
      answeredHosts.add(host);
    }
  }

  /** Whether this host ever answered. */
  boolean isKnownHost(@Nullable String host) {
    return host != null && answeredHosts.contains(host);
  }

  /** A stdio server ended before its first readable message. */
  public void exitedEarly(String serverName) {
    if (earlyExits.size() < MAX_ENTRIES) {
      earlyExits.merge(serverName, 1, Integer::sum);
    }
  }

  /** A stdio server spoke: its earlier exits no longer count. */
  public void spoke(String serverName) {
    earlyExits.remove(serverName);
  }

  /** How old the event streams of this server became. */
  Alike ages(String serverName) {
    return alike(streamAges, serverName);
  }

  /** For how long nothing had come when the event streams of this server ended. */
  Alike silences(String serverName) {
    return alike(streamSilences, serverName);
  }

  private static Alike alike(ConcurrentMap<String, Alike> byServer, String serverName) {
    return byServer.size() < MAX_ENTRIES
        ? byServer.computeIfAbsent(serverName, name -> new Alike())
        : byServer.getOrDefault(serverName, new Alike());
  }

  int exitsBeforeAnswer(String serverName) {
    return earlyExits.getOrDefault(serverName, 0);
  }
}
