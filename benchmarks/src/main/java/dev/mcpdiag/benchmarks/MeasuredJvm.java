package dev.mcpdiag.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts one fresh JVM of a scenario and collects what it measures. */
final class MeasuredJvm {
  private static final int DEADLINE_SECONDS = 180;

  private final Layout layout;
  private final Options options;
  private final OtlpSink sink;

  MeasuredJvm(Layout layout, Options options, OtlpSink sink) {
    this.layout = layout;
    this.options = options;
    this.sink = sink;
  }

  /**
   * @param extra arguments of the JVM, after those of the set-up
   * @throws IOException if it ends with another code than 0, or not in time
   */
  Run run(Scenario scenario, Setup setup, String sdk, List<String> extra)
      throws IOException, InterruptedException {
    Path log = layout.logs().resolve(scenario + "-" + sdk + "-" + setup.name() + ".log");
    Files.createDirectories(layout.logs());
    var builder = new ProcessBuilder();
    builder.redirectError(log.toFile());
    cleanEnvironment(builder.environment());
    builder.command(command(scenario, setup, sdk, extra));
    Process process = builder.start();
    process.getOutputStream().close();
    var deadline = CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    var killer = CompletableFuture.runAsync(process::destroyForcibly, deadline);
    Run run = read(process);
    int exit = process.waitFor();
    // cancel() is false once the deadline has struck.
    if (!killer.cancel(false) || exit != 0) {
      throw new IOException(
          scenario + " with " + setup.name() + " ended with code " + exit + ", see " + log);
    }
    return run;
  }

  private List<String> command(Scenario scenario, Setup setup, String sdk, List<String> extra) {
    List<String> command = new ArrayList<>();
    command.add(options.java().toString());
    command.addAll(setup.jvmArguments());
    command.addAll(extra);
    command.add("-cp");
    command.add(layout.classPath(sdk));
    command.add("-Dmcpload.started=" + System.nanoTime());
    command.add(scenario.mainClass());
    command.addAll(scenario.arguments(options.effort()));
    return command;
  }

  /** The same for all set-ups, and nothing of the caller's. */
  private void cleanEnvironment(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("OTEL_")
                    || name.startsWith("MCPDIAG_")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("JDK_JAVA_OPTIONS"));
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint());
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    environment.put("OTEL_SERVICE_NAME", "mcpload");
  }

  private static Run read(Process process) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    Set<String> threads = new TreeSet<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("measure ")) {
          int blank = line.lastIndexOf(' ');
          numbers.put(line.substring(8, blank), Double.valueOf(line.substring(blank + 1)));
        } else if (line.startsWith("thread ")) {
          threads.add(line.substring(7).replaceAll("[0-9]+", "#"));
        }
      }
    }
    return new Run(numbers, threads);
  }
}
