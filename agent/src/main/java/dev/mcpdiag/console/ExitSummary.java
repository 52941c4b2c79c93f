package dev.mcpdiag.console;

import java.util.Map;

/** The one line at the end of the JVM. */
public final class ExitSummary {
  private ExitSummary() {}

  /** {@code 12 calls, 3 failed (MCP_TLS_FAILURE 2, MCP_UNKNOWN 1); events: 3 delivered, ...}. */
  public static String line(Tally tally) {
    long failed = 0;
    StringBuilder codes = new StringBuilder();
    for (Map.Entry<String, Long> code : tally.failures().entrySet()) {
      failed += code.getValue();
      codes.append(codes.length() == 0 ? " (" : ", ");
      codes.append(code.getKey()).append(' ').append(code.getValue());
    }
    codes.append(codes.length() == 0 ? "" : ")");
    return "summary: "
        + tally.calls()
        + (tally.calls() == 1 ? " call, " : " calls, ")
        + failed
        + " failed"
        + codes
        + "; events: "
        + tally.delivered()
        + " delivered, "
        + tally.dropped()
        + " dropped";
  }
}
