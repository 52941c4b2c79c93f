package dev.mcpdiag.badday;

import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.SdkClasspath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An MCP client application in a JVM of its own, about to be started. */
final class Outing {
  static final String SDK = "2.1.0";
  private static final int LONGEST_SECONDS = 60;

  private final List<String> errands;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private List<String> through = List.of();
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private String classpath = SdkClasspath.of(SDK);
  private boolean isStderrRead = true;
  private @Nullable Path threads;

  /**
   * @param errands one line each, with tabs between the fields (labapp.Errand)
   */
  Outing(String... errands) {
    this.errands = List.of(errands);
  }

  static String errand(String... fields) {
    return String.join("\t", fields);
  }

  /** The agent as it was built. */
  Outing agent(String argument) {
    return agent(LabSettings.agentJar(), argument);
  }

  Outing agent(Path jar, String argument) {
    return option("-javaagent:" + jar + (argument.isEmpty() ? "" : "=" + argument));
  }

  Outing option(String option) {
    options.add(option);
    return this;
  }

  Outing variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Outing collector(String endpoint) {
    return variable("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
  }

  Outing java(Path executable) {
    java = executable;
    return this;
  }

  Outing classpath(String path) {
    classpath = path;
    return this;
  }

  /** A shell command that ends in {@code exec "$@"}. */
  Outing through(String shell) {
    through = List.of("sh", "-c", shell, "sh");
    return this;
  }

  /** Nobody reads stderr before the application has ended. */
  Outing unreadStderr() {
    isStderrRead = false;
    return this;
  }

  /** Where to write which threads of the agent there were. */
  Outing threads(Path file) {
    threads = file;
    return this;
  }

  Ended run() throws IOException {
    Path directory = Files.createDirectories(LabSettings.target().resolve("badday"));
    Path script = Files.write(Files.createTempFile(directory, "errands", ".txt"), errands);
    Path seen = threads == null ? Files.createTempFile(directory, "threads", ".txt") : threads;
    List<String> main = List.of("-cp", classpath, "labapp.WitnessApp", script.toString());
    return start(directory, main, List.of(seen.toString()));
  }

  /** Another main class, without errands. */
  Ended run(String mainClass, String... arguments) throws IOException {
    Path directory = Files.createDirectories(LabSettings.target().resolve("badday"));
    return start(directory, List.of("-cp", classpath, mainClass), List.of(arguments));
  }

  private Ended start(Path directory, List<String> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(through);
    command.add(java.toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
    command.add("-Dorg.slf4j.simpleLogger.showThreadName=false");
    command.addAll(options);
    command.addAll(main);
    command.addAll(arguments);
    Path stderr = Files.createTempFile(directory, "stderr", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("OTEL_.*|MCPDIAG_.*|JAVA_.*"));
    builder.environment().putAll(environment);
    if (isStderrRead) {
      builder.redirectError(stderr.toFile());
    }
    Process process = builder.start();
    try {
      return ended(process, stderr);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Ended ended(Process process, Path stderr) throws IOException {
    Thread killer = new Thread(() -> killLate(process), "badday-killer");
    killer.setDaemon(true);
    killer.start();
    StringBuilder stdout = new StringBuilder();
    long last = System.nanoTime();
    try (InputStream in = process.getInputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        stdout.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        last = System.nanoTime();
      }
      int exit = process.waitFor();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
      return new Ended(exit, stdout.toString(), Files.readString(stderr), millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the application", e);
    }
  }

  private static void killLate(Process process) {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ignored) {
      // Only asked to end with this JVM.
    }
  }
}
