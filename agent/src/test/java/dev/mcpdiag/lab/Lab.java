package dev.mcpdiag.lab;

import dev.mcpdiag.lab.Scenario.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs scenarios: all of one SDK version and transport in one application JVM, many at once. */
final class Lab {
  private static final List<String> MODES = List.of("sync", "async");
  private static final AtomicInteger ROOMS = new AtomicInteger();
  private static final int AT_ONCE = 16;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(4);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(3);

  private final String version;
  private final Path javaHome;
  private final @Nullable Path agent;

  /**
   * @param agent null: the application alone
   */
  Lab(String version, Path javaHome, @Nullable Path agent) {
    this.version = version;
    this.javaHome = javaHome;
    this.agent = agent;
  }

  /** Of this run: {@code -Dmcpdiag.lab.only=regex} names a few. */
  static List<Scenario> scenarios(Wire wire) {
    return everything(wire).stream()
        .filter(scenario -> scenario.name().matches(System.getProperty("mcpdiag.lab.only", ".*")))
        .toList();
  }

  static List<Scenario> everything(Wire wire) {
    return Stream.of(
            CallScenarios.all(),
            ToolResultScenarios.all(),
            HttpScenarios.all(),
            ProxyScenarios.all(),
            SessionScenarios.all(),
            SseScenarios.all(),
            WebFluxScenarios.all(),
            StdioScenarios.all(),
            LoginScenarios.all(),
            LoginLibraryScenarios.all())
        .flatMap(List::stream)
        .filter(scenario -> scenario.wire() == wire)
        .toList();
  }

  /** Everything that happened in one application JVM. */
  LabRun run(List<Scenario> scenarios) throws IOException {
    String wire = scenarios.get(0).wire().text();
    String room = wire + "-" + ROOMS.incrementAndGet(); // two runs may be of the same
    Path directory = LabSettings.target().resolve("lab").resolve(version).resolve(room);
    TestKeys keys = keys();
    try (FailingServers servers = new FailingServers(version, directory, keys);
        OtlpReceiver receiver = new OtlpReceiver()) {
      Map<String, Target> targets = new LinkedHashMap<>();
      List<String> errands = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        for (String mode : MODES) {
          String id = Trial.id(scenario, mode);
          Target target = scenario.opening().open(servers, id);
          targets.put(id, target);
          errands.add(errand(scenario, mode, target));
        }
      }
      Files.createDirectories(directory);
      Path script = Files.write(directory.resolve("errands.txt"), errands);
      try (ChildJvm application = launch(scenarios.get(0).wire(), keys, receiver, script)) {
        long start = System.nanoTime();
        int exit = application.await(LONGEST_RUN);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        int expected = scenarios.stream().mapToInt(scenario -> scenario.expected().size()).sum();
        receiver.awaitFailures(agent == null ? 0 : expected * MODES.size(), LAST_EVENTS);
        return LabRun.of(scenarios, targets, application, exit, receiver, took);
      }
    }
  }

  /** Made by the first run, while the others wait. */
  private static synchronized TestKeys keys() throws IOException {
    return new TestKeys(LabSettings.target().resolve("lab"));
  }

  private ChildJvm launch(Wire wire, TestKeys keys, OtlpReceiver receiver, Path script)
      throws IOException {
    ChildJvm.Launch launch = new ChildJvm.Launch(javaHome).option("-Duser.language=en");
    if (agent != null) {
      launch.measured().agent(agent, LabSettings.optional("mcpdiag.lab.agent.argument"));
    }
    keys.trustOptions().forEach(launch::option);
    launch
        .option("-XX:TieredStopAtLevel=1") // lives for half a minute: the best code would come late
        .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
        .variable("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .variable("OTEL_SERVICE_NAME", "lab")
        .variable("OTEL_BSP_SCHEDULE_DELAY", "200")
        .variable("OTEL_BLRP_SCHEDULE_DELAY", "200");
    return launch.start(
        classpath(wire), List.of("labapp.LabApp", script.toString(), Integer.toString(AT_ONCE)));
  }

  private String classpath(Wire wire) throws IOException {
    return switch (wire) {
      case WEBFLUX -> SdkClasspath.withWebFlux(version);
      case LOGIN -> LoginClasspath.of(version);
      case STREAMABLE, SSE, STDIO -> SdkClasspath.of(version);
    };
  }

  private static String errand(Scenario scenario, String mode, Target target) {
    List<String> fields = new ArrayList<>();
    fields.add("id=" + Trial.id(scenario, mode));
    fields.add("mode=" + mode);
    fields.addAll(target.settings());
    fields.addAll(scenario.settings());
    fields.add("transport=" + scenario.wire().transport());
    scenario.operations().forEach(operation -> fields.add("op=" + operation));
    return String.join("\t", fields);
  }

  static List<String> modes() {
    return MODES;
  }
}
