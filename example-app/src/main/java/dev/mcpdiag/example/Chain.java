package dev.mcpdiag.example;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An exception as an application's log would show it, without what changes from run to run. */
final class Chain {
  private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:|localhost:)\\d+");
  private static final Pattern IDENTITY = Pattern.compile("(?<=@)[0-9a-f]{4,}");
  private static final Pattern UUID = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4,12}){4}\\b");

  private Chain() {}

  /** Classes and messages, the outermost first. */
  static String of(Throwable thrown) {
    StringJoiner chain = new StringJoiner(" <- ");
    for (@Nullable Throwable link = thrown; link != null; link = link.getCause()) {
      chain.add(link.getClass().getSimpleName() + ": " + link.getMessage());
    }
    return masked(chain.toString());
  }

  private static String masked(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ");
    line = PORT.matcher(line).replaceAll("<port>");
    line = IDENTITY.matcher(line).replaceAll("<id>");
    return UUID.matcher(line).replaceAll("<id>");
  }
}
