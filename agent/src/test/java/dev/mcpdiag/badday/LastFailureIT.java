package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.OtlpEvent;
import dev.mcpdiag.lab.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A failure is not lost because the program ends right after it. {@code -Dmcpdiag.exit.runs=200}
 * asks for more runs of each kind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastFailureIT {
  private static final String CODE = "MCP_CONNECTION_REFUSED";
  private static final Pattern DEBUG_ID = Pattern.compile("debug id ([0-9a-f]{32})");
  private static final Pattern EVENTS = Pattern.compile("events: (\\d+) delivered, (\\d+) dropped");
  private static final int AT_ONCE = 2;

  /** Two seconds are promised; the rest is the clock of a machine that does other things too. */
  private static final long MOST_MILLIS = 2_500;

  private final ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
  private Ports ports;
  private OtlpReceiver receiver;

  @BeforeAll
  void open() throws IOException {
    ports = new Ports();
    receiver = new OtlpReceiver();
  }

  @AfterAll
  void close() throws IOException {
    starters.shutdownNow();
    ports.close();
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "exit,1,none", "exit,1,taking", "exit,1,hanging",
    "uncaught,1,none", "uncaught,1,taking", "uncaught,1,hanging",
    "returns,0,none", "returns,0,taking", "returns,0,hanging",
    "terminated,143,none", "terminated,143,taking", "terminated,143,hanging"
  })
  void isToldHoweverTheProgramEnds(String way, int exitCode, String collector) throws Exception {
    List<String> wrong = new ArrayList<>();
    int runs = 0;
    for (Path java : LabSettings.javaHomes()) {
      for (Ended ended : runs(java, way, collector)) {
        runs++;
        String difference = difference(ended, exitCode, collector);
        if (!difference.isEmpty()) {
          wrong.add(difference);
        }
      }
    }
    System.out.printf(
        "last failure, %s, collector %s: %d of %d told%n",
        way, collector, runs - wrong.size(), runs);
    assertEquals(List.of(), wrong);
  }

  @Test
  void isToldOfEachWhereManyFailAtTheEnd() throws Exception {
    int clients = 8;
    Ended ended = run(LabSettings.javaHomes().get(0), "crowd", clients, "taking");
    assertEquals(clients, ended.exit(), ended::stderr);
    String summary = summary(ended);
    assertTrue(summary.contains(CODE + " " + (clients + 1)), ended::stderr);
    Matcher events = EVENTS.matcher(summary);
    assertTrue(events.find(), summary);
    assertEquals("0", events.group(2), ended::stderr);
  }

  @ParameterizedTest
  @CsvSource({"hook,2", "onlyHook,1"})
  void isToldInAShutdownHookOfTheApplication(String way, int failures) throws Exception {
    Ended ended = run(LabSettings.javaHomes().get(0), way, 1, "taking");
    assertEquals(0, ended.exit(), ended::stderr);
    String last = ended.said().get(ended.said().size() - 1);
    assertTrue(last.contains(CODE + " " + failures), ended::stderr);
    assertTrue(last.contains(" 0 dropped"), ended::stderr);
  }

  @Test
  void isNotCountedAsLostWhereNobodyAskedForTelemetry() throws Exception {
    Ended ended = run(LabSettings.javaHomes().get(0), "returns", 1, "unasked");
    assertTrue(
        ended.said().stream().anyMatch(line -> line.contains("OTEL_SDK_DISABLED=true")),
        ended::stderr);
    assertTrue(ended.said().stream().noneMatch(line -> line.startsWith("warning")), ended::stderr);
    assertTrue(!summary(ended).contains("dropped"), ended::stderr);
  }

  private List<Ended> runs(Path java, String way, String collector)
      throws InterruptedException, ExecutionException {
    List<Future<Ended>> started = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger("mcpdiag.exit.runs", 2); i++) {
      started.add(starters.submit(() -> run(java, way, 1, collector)));
    }
    List<Ended> runs = new ArrayList<>();
    for (Future<Ended> each : started) {
      runs.add(each.get());
    }
    return runs;
  }

  private Ended run(Path java, String way, int clients, String collector) throws IOException {
    String errand =
        Outing.errand("id=x", "transport=streamable", "url=" + ports.refusing(), "op=init");
    Outing outing = new Outing().java(java.resolve("bin").resolve("java")).agent("");
    switch (collector) {
      case "none" -> outing.collector(ports.refusing());
      case "taking" -> outing.collector(receiver.endpoint());
      case "hanging" -> outing.collector(ports.silent());
      default -> {
        // Nobody listens at the default address of the machines that run this.
      }
    }
    return outing.run("labapp.EndingApp", way, "" + clients, errand);
  }

  /** What is wrong with a run of one failure; empty if nothing is. */
  private String difference(Ended ended, int exitCode, String collector) {
    List<String> lines = ended.said().stream().filter(line -> line.startsWith(CODE)).toList();
    Matcher id = DEBUG_ID.matcher(lines.isEmpty() ? "" : lines.get(0));
    Matcher events = EVENTS.matcher(summary(ended));
    if (lines.size() != 1 || !id.find() || !events.find()) {
      return "not told once: " + ended;
    }
    long delivered = Long.parseLong(events.group(1));
    long dropped = Long.parseLong(events.group(2));
    boolean isTaken = collector.equals("taking");
    if (isTaken ? delivered == 0 || dropped != 0 : delivered != 0 || dropped == 0) {
      return "wrongly counted: " + ended;
    }
    long received = isTaken ? failures(id.group(1)) : 1;
    if (received != 1) {
      return received + " events: " + ended;
    }
    if (ended.exit() != exitCode || ended.endMillis() > MOST_MILLIS) {
      return "exit code or time: " + ended;
    }
    return "";
  }

  private long failures(String traceId) {
    receiver.awaitFailures(1, Duration.ofSeconds(1));
    return receiver.failures().stream().filter(event -> isOf(event, traceId)).count();
  }

  private static boolean isOf(OtlpEvent event, String traceId) {
    return traceId.equals(event.traceId());
  }

  private static String summary(Ended ended) {
    return ended.said().stream().filter(line -> line.startsWith("summary")).findFirst().orElse("");
  }
}
