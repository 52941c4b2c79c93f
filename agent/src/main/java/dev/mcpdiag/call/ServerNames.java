package dev.mcpdiag.call;

import dev.mcpdiag.redact.CallNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that users read for a server (reference/spans.md#names-of-servers). */
public final class ServerNames {
  private static final int LONGEST = 100;

  private final Map<String, String> configured;
  private final CallNames fit;

  /**
   * @param configured display names by {@code host}, {@code host:port} or command
   * @param fit makes what others say of themselves fit to be kept
   */
  public ServerNames(Map<String, String> configured, CallNames fit) {
    this.configured = Map.copyOf(configured);
    this.fit = fit;
  }

  /** Name of a server at an address; the port shows unless it is the scheme's usual one. */
  String ofAddress(String host, @Nullable Integer port) {
    boolean isUsual = port == null || port == 80 || port == 443;
    String withPort = port == null ? host : host + ':' + port;
    String own = configured.get(withPort);
    if (own == null) {
      own = configured.get(host);
    }
    return own != null ? own : isUsual ? host : withPort;
  }

  /** Name of a server at something that is no address: its host as far as one can be seen. */
  String ofText(String text, String otherwise) {
    int scheme = text.indexOf("://");
    String rest = scheme < 0 ? text : text.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(Math.max(0, rest.lastIndexOf('@', end) + 1), end);
    String own = configured.get(host);
    return own != null ? own : isName(host) ? host : otherwise;
  }

  private static boolean isName(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c > '~' || c == '=') {
        return false;
      }
    }
    return !host.isEmpty() && host.length() <= LONGEST;
  }

  /** Name of a stdio server: the base name of its program. */
  String ofCommand(String command) {
    String base = program(command);
    String own = configured.get(command);
    if (own == null) {
      own = configured.get(base);
    }
    return own == null ? base : own;
  }

  /** Base name of a program; its options are dropped. */
  String program(String command) {
    return fit.command(command);
  }

  /** What a peer says of itself. */
  String saidOfItself(String text) {
    return fit.name(text);
  }
}
