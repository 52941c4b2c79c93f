package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * otel-collector.yaml and the files of docs/ that start the back ends: they speak of one set-up.
 */
class ObservabilityFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path COLLECTOR = ROOT.resolve("otel-collector.yaml");
  private static final Path COMPOSE = ROOT.resolve("docs/compose.yaml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+):-([^}]+)}");
  private static final Pattern PORT = Pattern.compile(":(\\d+)");

  @Test
  void areYaml() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> files = docs.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertEquals(3, files.size(), files::toString);
      for (Path file : files) {
        assertTrue(!YamlNode.of(file).keys().isEmpty(), file::toString);
      }
    }
  }

  @Test
  void takeAddressesFromTheEnvironment() throws IOException {
    assertEquals(
        Map.of(
            "OTLP_GRPC_ENDPOINT", "localhost:4317",
            "OTLP_HTTP_ENDPOINT", "localhost:4318",
            "JAEGER_ENDPOINT", "localhost:14317",
            "LOKI_ENDPOINT", "http://localhost:3100/otlp",
            "PROMETHEUS_ENDPOINT", "localhost:8889",
            "HEALTH_ENDPOINT", "localhost:13133"),
        defaults());
  }

  @Test
  void limitMemoryBeforeAnythingElse() throws IOException {
    YamlNode pipelines = YamlNode.of(COLLECTOR).at("service", "pipelines");
    assertEquals(Set.of("traces", "logs", "metrics"), pipelines.keys());
    for (String signal : pipelines.keys()) {
      assertEquals(
          List.of("memory_limiter", "batch"), pipelines.at(signal, "processors").texts(), signal);
    }
  }

  @Test
  void publishThePortsThatTheCollectorUses() throws IOException {
    Set<String> published = new TreeSet<>();
    publishedPorts().forEach(mapping -> published.add(mapping.split(":", -1)[1]));
    for (Map.Entry<String, String> variable : defaults().entrySet()) {
      assertTrue(
          published.contains(port(variable.getValue())),
          () -> "docs/compose.yaml does not publish the port of " + variable);
    }
  }

  @Test
  void publishOnTheLoopbackAddressOnly() throws IOException {
    publishedPorts().forEach(mapping -> assertTrue(mapping.startsWith("127.0.0.1:"), mapping));
  }

  @Test
  void setEveryAddressOfTheCollectorInCompose() throws IOException {
    assertEquals(
        defaults().keySet(),
        YamlNode.of(COMPOSE).at("services", "collector", "environment").keys());
  }

  @Test
  void keepThePortsThatTheCollectorListensOn() throws IOException {
    YamlNode environment = YamlNode.of(COMPOSE).at("services", "collector", "environment");
    for (String name :
        List.of(
            "OTLP_GRPC_ENDPOINT", "OTLP_HTTP_ENDPOINT", "PROMETHEUS_ENDPOINT", "HEALTH_ENDPOINT")) {
      assertEquals("0.0.0.0:" + defaultPort(name), environment.at(name).text(), name);
    }
  }

  @Test
  void giveTheCollectorTheBackEndsThatAreThere() throws IOException {
    YamlNode services = YamlNode.of(COMPOSE).at("services");
    YamlNode environment = services.at("collector", "environment");
    assertEquals("http://loki:3100/otlp", environment.at("LOKI_ENDPOINT").text());
    assertEquals("jaeger:4317", environment.at("JAEGER_ENDPOINT").text());
    assertTrue(
        services
            .at("jaeger", "ports")
            .texts()
            .contains("127.0.0.1:" + defaultPort("JAEGER_ENDPOINT") + ":4317"));
  }

  @Test
  void letPrometheusReadWhereTheCollectorServes() throws IOException {
    YamlNode job =
        YamlNode.of(ROOT.resolve("docs/prometheus.yaml")).at("scrape_configs").items().get(0);
    assertEquals(
        List.of("collector:" + defaultPort("PROMETHEUS_ENDPOINT")),
        job.at("static_configs").items().get(0).at("targets").texts());
  }

  @Test
  void letGrafanaReadWhatComposeStarts() throws IOException {
    YamlNode services = YamlNode.of(COMPOSE).at("services");
    Path sources = ROOT.resolve("docs/grafana/datasources/mcpdiag.yaml");
    for (YamlNode source : YamlNode.of(sources).at("datasources").items()) {
      URI address = URI.create(source.at("url").text());
      assertTrue(
          services.at(address.getHost(), "ports").texts().stream()
              .anyMatch(mapping -> mapping.endsWith(":" + address.getPort())),
          () -> "no service of docs/compose.yaml is behind " + address);
    }
  }

  private static List<String> publishedPorts() throws IOException {
    YamlNode services = YamlNode.of(COMPOSE).at("services");
    return services.keys().stream()
        .flatMap(name -> services.at(name, "ports").texts().stream())
        .toList();
  }

  private static String defaultPort(String variable) throws IOException {
    return port(defaults().getOrDefault(variable, ""));
  }

  private static Map<String, String> defaults() throws IOException {
    Map<String, String> defaults = new TreeMap<>();
    Matcher variable = VARIABLE.matcher(Files.readString(COLLECTOR));
    while (variable.find()) {
      defaults.put(variable.group(1), variable.group(2));
    }
    return defaults;
  }

  private static String port(String address) {
    Matcher port = PORT.matcher(address);
    assertTrue(port.find(), address);
    return port.group(1);
  }
}
