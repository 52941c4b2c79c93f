package dev.mcpdiag.console;

import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtlpExport;
import java.util.ArrayList;
import java.util.List;

/** The lines at the start, as pure functions; {@link Voice#say} adds the prefix. */
public final class StartLines {
  private StartLines() {}

  /** Who is here, and what for. */
  public static String started(String version) {
    return "version " + version + ", watching MCP calls";
  }

  /**
   * How much of the application's MCP SDK we see.
   *
   * @param sdkVersion as its jar says, or {@code unknown}
   * @param missing names of the hooks that did not link; the line names three of them
   */
  public static String hooks(String sdkVersion, int linked, int total, List<String> missing) {
    String line = "MCP SDK " + sdkVersion + ": " + linked + "/" + total + " hooks linked";
    if (missing.isEmpty()) {
      return line;
    }
    String names = String.join(", ", missing.subList(0, Math.min(3, missing.size())));
    String more = missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "";
    return line + "; off: " + names + more + "; the application is not affected";
  }

  /** Where to and who said so: one line where all signals go to one place, else one for each. */
  public static List<String> export(OtelSettings otel) {
    if (otel.isDisabled()) {
      return List.of("export: off (OTEL_SDK_DISABLED); failures are still shown here");
    }
    List<String> lines = new ArrayList<>();
    for (OtlpExport export : List.of(otel.traces(), otel.logs(), otel.metrics())) {
      if (export.isExported()) {
        String line = "export: " + place(export) + " over " + export.protocol().text();
        line += " (" + export.target().namedBy() + ")";
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      return List.of("export: off (every OTEL_*_EXPORTER is none); failures are still shown here");
    }
    return lines.stream().distinct().toList();
  }

  /** Whose OpenTelemetry was found. */
  public static String joined(String owner) {
    return "spans: through " + owner + "; failure events: by mcpdiag, with the same ids";
  }

  /** What the collector said to the first question. */
  public static String collector(OtlpExport export, CollectorAnswer answer) {
    return "collector " + place(export) + " - " + answer.words();
  }

  /** The address without the signal's path, for signals with one collector share it. */
  private static String place(OtlpExport export) {
    String shown = export.target().toString();
    String path = "/v1/" + export.signal().text();
    return shown.endsWith(path) ? shown.substring(0, shown.length() - path.length()) : shown;
  }
}
