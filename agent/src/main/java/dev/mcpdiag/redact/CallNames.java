package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names that an application or its peer chose, fit to be kept: of tools and arguments, of servers
 * and resources, ids of requests. Made at each call, so what plainly is a name costs no scan, and
 * any other name one.
 */
public final class CallNames {
  private static final int MAX_NAME = 120;
  private static final int MAX_ID = 64;

  /** Shorter than any token that is known by its looks. */
  private static final int SHORT = 12;

  /** A peer may make names up without end. */
  private static final int MAX_KNOWN = 1_000;

  private final Redactor redactor;
  private final Recent<String> known = new Recent<>(MAX_KNOWN);

  public CallNames(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Of a tool, a prompt, an argument, a method, a program or a peer; one line. */
  public String name(@Nullable String raw) {
    String name = raw == null ? "" : raw;
    if (name.length() <= SHORT && isPlain(name)) {
      return name;
    }
    String seen = known.get(name);
    if (seen != null) {
      return seen;
    }
    String fit = PlainText.oneLine(redactor.text(name, MAX_NAME), MAX_NAME);
    if (name.length() <= MAX_NAME) {
      known.put(name, fit);
    }
    return fit;
  }

  /** JSON-RPC id: a number or a UUID in practice, and whatever the peer likes in theory. */
  public String id(@Nullable Object raw) {
    String id = Objects.toString(raw, "");
    return id.length() <= MAX_ID && isHex(id)
        ? id
        : PlainText.oneLine(redactor.text(id, MAX_ID), MAX_ID);
  }

  /** A resource's URI: scheme, host and path. */
  public String resource(String uri) {
    return redactor.resource(uri);
  }

  /** Base name of a program. */
  public String command(String command) {
    return redactor.commandName(command);
  }

  private static boolean isPlain(String name) {
    boolean isPlain = true;
    for (int at = 0; isPlain && at < name.length(); at++) {
      isPlain = Chars.isNameChar(name.charAt(at)) || name.charAt(at) == '/';
    }
    return isPlain;
  }

  private static boolean isHex(String id) {
    boolean isHex = true;
    for (int at = 0; isHex && at < id.length(); at++) {
      isHex = Chars.isHexDigit(id.charAt(at)) || id.charAt(at) == '-';
    }
    return isHex;
  }
}
