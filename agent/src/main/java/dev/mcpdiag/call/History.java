package dev.mcpdiag.call;

import dev.mcpdiag.redact.Recent;
import org.jspecify.annotations.Nullable;

/** What this JVM learned from earlier calls and processes, of the newest servers. Any thread. */
public final class History {
  private static final int MAX_ENTRIES = 1000;

  private final Recent<Boolean> answeredHosts = new Recent<>(MAX_ENTRIES);
  private final Recent<Integer> earlyExits = new Recent<>(MAX_ENTRIES);
  private final Recent<Alike> streamAges = new Recent<>(MAX_ENTRIES);
  private final Recent<Alike> streamSilences = new Recent<>(MAX_ENTRIES);

  /** A host answered, so its name resolves. */
  public void answered(String host) {
    if (answeredHosts.get(host) == null) {
      answeredHosts.put(host, true);
    }
  }

  /** Whether this host ever answered. */
  boolean isKnownHost(@Nullable String host) {
    return host != null && answeredHosts.get(host) != null;
  }

  /** A stdio server ended before its first readable message. */
  public synchronized void exitedEarly(String serverName) {
    earlyExits.put(serverName, exitsBeforeAnswer(serverName) + 1);
  }

  /** A stdio server spoke: its earlier exits no longer count. */
  public void spoke(String serverName) {
    earlyExits.remove(serverName);
  }

  /** How old the event streams of this server became. */
  Alike ages(String serverName) {
    return streamAges.get(serverName, Alike::new);
  }

  /** For how long nothing had come when the event streams of this server ended. */
  Alike silences(String serverName) {
    return streamSilences.get(serverName, Alike::new);
  }

  int exitsBeforeAnswer(String serverName) {
    Integer exits = earlyExits.get(serverName);
    return exits == null ? 0 : exits;
  }
}
