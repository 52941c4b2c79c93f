package dev.mcpdiag.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one line at the end of the JVM. */
public final class ExitSummary {
  private ExitSummary() {}

  /**
   * What became of the events.
   *
   * @param delivered the collector took them
   * @param dropped all others
   */
  public record Events(long delivered, long dropped) {}

  /**
   * {@code 12 calls, 3 failed (MCP_TLS_FAILURE 2, MCP_UNKNOWN 1); events: 3 delivered, ...}.
   *
   * @param events null where nobody wanted them
   */
  public static String line(Tally tally, @Nullable Events events) {
    long coded = 0;
    StringBuilder codes = new StringBuilder();
    for (Map.Entry<String, Long> code : tally.failures().entrySet()) {
      coded += code.getValue();
      add(codes, code.getKey(), code.getValue());
    }
    long failed = Math.max(coded, tally.failed());
    if (failed > coded) {
      add(codes, "not looked at", failed - coded);
    }
    codes.append(codes.length() == 0 ? "" : ")");
    String calls = tally.calls() + (tally.calls() == 1 ? " call, " : " calls, ");
    String line = "summary: " + calls + failed + " failed" + codes;
    return events == null
        ? line
        : line + "; events: " + events.delivered() + " delivered, " + events.dropped() + " dropped";
  }

  private static void add(StringBuilder codes, String name, long count) {
    codes.append(codes.length() == 0 ? " (" : ", ").append(name).append(' ').append(count);
  }
}
