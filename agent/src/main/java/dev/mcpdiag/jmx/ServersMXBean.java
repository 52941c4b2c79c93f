package dev.mcpdiag.jmx;

import java.util.Map;

/** {@code dev.mcpdiag:type=Servers}. Attribute names are those of the contract's section 6. */
public interface ServersMXBean {
  /** How each server stands that this JVM is a client of, by its name. */
  Map<String, ServerView> getConnectionStatus();
}
