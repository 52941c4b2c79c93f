package dev.mcpdiag.jmx;

import java.util.Map;

/** {@code dev.mcpdiag:type=Servers}. Attributes: reference/servers.md#the-mxbean. */
public interface ServersMXBean {
  /** The connection state of every server that this JVM connects to, by its name. */
  Map<String, ServerView> getConnectionStatus();
}
