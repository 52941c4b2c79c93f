package dev.mcpdiag.console;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
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
   * What is watched of an SDK: {@code MCP SDK 2.1.0: client over stdio}.
   *
   * @param sdk name and version
   */
  public static String watched(String sdk, Side side, Transport transport) {
    return sdk + ": " + side.text() + " over " + words(transport);
  }

  private static String words(Transport transport) {
    return switch (transport) {
      case STDIO -> "stdio";
      case SSE -> "HTTP+SSE";
      case STREAMABLE_HTTP -> "streamable HTTP";
      case OTHER -> "a transport of its own";
    };
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
