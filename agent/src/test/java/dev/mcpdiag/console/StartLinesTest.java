package dev.mcpdiag.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtelSettingsReader;
import dev.mcpdiag.config.Surroundings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartLinesTest {
  @Test
  void nameTheVersionAndWhatIsWatched() {
    assertEquals("version 0.1.0, watching MCP calls", StartLines.started("0.1.0"));
    assertEquals(
        "MCP SDK 2.1.0: client over streamable HTTP",
        StartLines.watched("MCP SDK 2.1.0", Side.CLIENT, Transport.STREAMABLE_HTTP));
    assertEquals(
        "MCP SDK 2.1.0: server over stdio",
        StartLines.watched("MCP SDK 2.1.0", Side.SERVER, Transport.STDIO));
  }

  @Test
  void nameTheExportTargetOnceAndWhoNamedIt() {
    assertEquals(
        List.of("export: http://localhost:4318 over http/protobuf (default)"),
        StartLines.export(otel(Map.of())));
    assertEquals(
        List.of("export: http://c:1/x over http/protobuf (OTEL_EXPORTER_OTLP_ENDPOINT)"),
        StartLines.export(otel(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://u:p@c:1/x"))));
  }

  @Test
  void nameEachTargetWhereTheyDiffer() {
    OtelSettings otel =
        otel(
            Map.of(
                "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://l:1/v1/logs",
                "OTEL_METRICS_EXPORTER", "none"));
    assertEquals(
        List.of(
            "export: http://localhost:4318 over http/protobuf (default)",
            "export: http://l:1 over http/protobuf (OTEL_EXPORTER_OTLP_LOGS_ENDPOINT)"),
        StartLines.export(otel));
  }

  @Test
  void sayThatTheExportIsOffAndWhy() {
    assertEquals(
        List.of("export: off (OTEL_SDK_DISABLED); failures are still shown here"),
        StartLines.export(otel(Map.of("OTEL_SDK_DISABLED", "true"))));
  }

  @Test
  void sayWhatTheCollectorAnsweredAndWhatToDo() {
    OtelSettings otel = otel(Map.of());
    assertEquals(
        "collector http://localhost:4318 - 401: set OTEL_EXPORTER_OTLP_HEADERS",
        StartLines.collector(otel.logs(), CollectorAnswer.UNAUTHORIZED));
    assertEquals(
        "collector http://localhost:4318 - answered HTML, not OTLP: check the port",
        StartLines.collector(otel.logs(), CollectorAnswer.HTML));
    for (CollectorAnswer answer : CollectorAnswer.values()) {
      assertTrue(
          answer == CollectorAnswer.REACHABLE || answer.words().contains(":"), answer.name());
    }
  }

  private static OtelSettings otel(Map<String, String> environment) {
    return OtelSettingsReader.read(
        new Surroundings(Map.of(), environment),
        problem -> {
          throw new AssertionError(problem.sentence());
        });
  }
}
