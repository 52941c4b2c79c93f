package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtelSettingsReaderTest {
  private final Given given = new Given();

  @Test
  void sendsToTheLocalCollectorWhereNothingIsSet() {
    OtlpExport traces = given.otel().traces();
    assertTrue(traces.isExported());
    assertEquals(OtlpProtocol.HTTP_PROTOBUF, traces.protocol());
    assertEquals(URI.create("http://localhost:4318/v1/traces"), traces.target().endpoint());
    assertEquals("default", traces.target().namedBy());
    assertEquals(Duration.ofSeconds(10), traces.timeout());
    assertEquals(List.of(), given.sentences());
  }

  @Test
  void addsTheSignalsPathToTheGeneralAddress() {
    OtelSettings otel = given.variable("OTEL_EXPORTER_OTLP_ENDPOINT", "https://c:9/x/").otel();
    assertEquals(URI.create("https://c:9/x/v1/traces"), otel.traces().target().endpoint());
    assertEquals(URI.create("https://c:9/x/v1/logs"), otel.export(Signal.LOGS).target().endpoint());
    assertEquals("OTEL_EXPORTER_OTLP_ENDPOINT", otel.metrics().target().namedBy());
  }

  @Test
  void usesTheAddressOfASignalAsItStands() {
    given
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://a:1")
        .variable("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://b:2/in")
        .variable("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://b:2");
    OtelSettings otel = given.otel();
    assertEquals(URI.create("http://b:2/in"), otel.logs().target().endpoint());
    assertEquals("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", otel.logs().target().namedBy());
    assertEquals(URI.create("http://b:2/"), otel.traces().target().endpoint());
    assertEquals(URI.create("http://a:1/v1/metrics"), otel.metrics().target().endpoint());
  }

  @Test
  void prefersTheSystemPropertyToTheVariable() {
    given
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://a:1")
        .property("otel.exporter.otlp.endpoint", "http://b:2");
    OtlpExport.Target target = given.otel().traces().target();
    assertEquals(URI.create("http://b:2/v1/traces"), target.endpoint());
    assertEquals("-Dotel.exporter.otlp.endpoint", target.namedBy());
  }

  @Test
  void speaksGrpcToItsOwnPortWithoutAPath() {
    given.variable("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
    assertEquals(URI.create("http://localhost:4317"), given.otel().traces().target().endpoint());
    given.variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4317/");
    assertEquals(URI.create("http://c:4317"), given.otel().traces().target().endpoint());
  }

  @Test
  void choosesTheProtocolForEachSignal() {
    given.variable("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "grpc");
    assertEquals(OtlpProtocol.GRPC, given.otel().logs().protocol());
    assertEquals(OtlpProtocol.HTTP_PROTOBUF, given.otel().traces().protocol());
  }

  @Test
  void saysOnceThatItDoesNotSpeakJson() {
    given.variable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
    assertEquals(OtlpProtocol.HTTP_PROTOBUF, given.otel().traces().protocol());
    assertEquals(
        "http/json is not a protocol that mcpdiag speaks (OTEL_EXPORTER_OTLP_PROTOCOL):"
            + " use http/protobuf or grpc; http/protobuf is used now",
        given.sentence());
  }

  @Test
  void asksForTheSchemeWhereItIsMissing() {
    given.variable("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318");
    assertEquals(
        "default instead of OTEL_EXPORTER_OTLP_ENDPOINT", given.otel().traces().target().namedBy());
    assertEquals(
        "localhost:4318 does not start with http:// or https:// (OTEL_EXPORTER_OTLP_ENDPOINT):"
            + " write it like http://localhost:4318; used now: http://localhost:4318",
        given.sentence());
  }

  @Test
  void neverShowsThePasswordOfAnAddress() {
    given.variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:canary@c:1/x?key=canary");
    OtlpExport traces = given.otel().traces();
    assertEquals("http://c:1/x/v1/traces", traces.target().toString());
    given.variable("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://user:canary@c:1").otel();
    assertFalse(given.sentence().contains("canary"), given.sentence());
  }

  @Test
  void decodesHeadersAndNeverShowsTheirValues() {
    given.variable("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Basic%20canary%3D, x-a=b+c");
    OtlpExport traces = given.otel().traces();
    assertEquals(Map.of("Authorization", "Basic canary=", "x-a", "b+c"), traces.headers());
    assertFalse(traces.toString().contains("canary"), traces.toString());
  }

  @Test
  void refusesALineBreakInAHeaderWithoutShowingIt() {
    given.variable("OTEL_EXPORTER_OTLP_HEADERS", "x=canary%0D%0Ay: 1");
    assertEquals(Map.of(), given.otel().traces().headers());
    assertFalse(given.sentence().contains("canary"), given.sentence());
  }

  @Test
  void refusesTheConsoleExporter() {
    assertTrue(given.variable("OTEL_TRACES_EXPORTER", "console").otel().traces().isExported());
    assertTrue(given.sentence().contains("it writes to stdout"), given.sentence());
  }

  @Test
  void switchesASignalOff() {
    OtelSettings otel = given.property("otel.metrics.exporter", "none").otel();
    assertFalse(otel.metrics().isExported());
    assertTrue(otel.traces().isExported());
  }

  @Test
  void readsTheRest() {
    given
        .variable("OTEL_EXPORTER_OTLP_TIMEOUT", "2500")
        .variable("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip")
        .variable("OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem")
        .variable("OTEL_TRACES_SAMPLER", "traceidratio")
        .variable("OTEL_TRACES_SAMPLER_ARG", "0.25")
        .variable("OTEL_PROPAGATORS", "baggage,b3")
        .variable("OTEL_SDK_DISABLED", "true")
        .variable("OTEL_BSP_SCHEDULE_DELAY", "100");
    OtelSettings otel = given.otel();
    assertEquals(Duration.ofMillis(2500), otel.logs().timeout());
    assertTrue(otel.logs().isGzip());
    assertEquals(Optional.of("/ca.pem"), otel.logs().tls().certificate());
    assertEquals(new OtelSettings.Sampling(TraceSampler.TRACEIDRATIO, 0.25), otel.sampling());
    assertEquals(List.of("baggage"), otel.propagators());
    assertTrue(otel.isDisabled());
    assertEquals(Duration.ofMillis(100), otel.spanBatches().delay());
    assertTrue(given.sentence().startsWith("b3 is not a propagator"), given.sentence());
  }

  @Test
  void readsResourceAttributes() {
    given.variable("OTEL_RESOURCE_ATTRIBUTES", "service.name=shop,team=a%2Cb");
    OtelSettings.Resource resource = given.otel().resource();
    assertEquals("shop", resource.serviceName());
    assertEquals(Map.of("team", "a,b"), resource.attributes());
    given.variable("OTEL_SERVICE_NAME", "till");
    assertEquals("till", given.otel().resource().serviceName());
  }
}
