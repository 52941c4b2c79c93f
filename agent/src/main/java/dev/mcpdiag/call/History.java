package dev.mcpdiag.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What this JVM learned from earlier calls and processes; bounded. Any thread. */
public final class History {
  private static final int MAX_ENTRIES = 1000;

  private final Set<String> answeredHosts = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> earlyExits = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, StreamAges> streamAges = new ConcurrentHashMap<>();

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

  /** An event stream of this server ended; whether its last ones all lived just as long. */
  public boolean endedAgain(String serverName, Duration age) {
    return streamAges.size() < MAX_ENTRIES
        && streamAges.computeIfAbsent(serverName, name -> new StreamAges()).isUsual(age);
  }

  int exitsBeforeAnswer(String serverName) {
    return earlyExits.getOrDefault(serverName, 0);
  }
}
