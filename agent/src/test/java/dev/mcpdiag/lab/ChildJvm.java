package dev.mcpdiag.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process, usually a JVM with the agent; killed with its own children when closed. */
final class ChildJvm implements AutoCloseable {
  private static final long PROGRESS_SECONDS = 20;

  private final Process process;
  private final Capture stdout;
  private final Capture stderr;

  private ChildJvm(ProcessBuilder program) throws IOException {
    process = program.start();
    stdout = new Capture(process.getInputStream(), "lab-stdout");
    stderr = new Capture(process.getErrorStream(), "lab-stderr");
  }

  /** Any program, with the environment of this one. */
  static ChildJvm run(List<String> command) throws IOException {
    return new ChildJvm(new ProcessBuilder(command));
  }

  /**
   * Exit code; kills and throws when the time is over. Says every 20 s that it is still waiting.
   */
  int await(Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (process.waitFor(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
          stdout.finish();
          stderr.finish();
          return process.exitValue();
        }
        progress();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a child", e);
    }
    close();
    throw new IOException("the child did not end within " + limit + ": " + stderrText());
  }

  private void progress() {
    System.out.printf(
        "... child %d runs, %d bytes on stdout, %d on stderr%n",
        process.pid(), stdout.bytes().length, stderr.bytes().length);
  }

  /** First line of stdout that starts with this, as soon as it is there. */
  String awaitLine(String start, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      for (String line : stdoutText().split("\n", -1)) {
        if (line.startsWith(start)) {
          return line.strip();
        }
      }
      if (!process.isAlive()) {
        break;
      }
      pause();
    }
    throw new IOException("no line \"" + start + "\" from the child: " + stderrText());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a child", e);
    }
  }

  byte[] stdout() {
    return stdout.bytes();
  }

  String stdoutText() {
    return new String(stdout.bytes(), StandardCharsets.UTF_8);
  }

  String stderrText() {
    return new String(stderr.bytes(), StandardCharsets.UTF_8);
  }

  /** SIGTERM. */
  void terminate() {
    // Not the process itself: its destroy() closes our ends of the streams too.
    process.toHandle().destroy();
  }

  /** SIGTERM for its own children, then for itself: what a terminal does, or a container. */
  void terminateAll() {
    process.descendants().forEach(ProcessHandle::destroy);
    terminate();
  }

  /** Ends the child's input: those that live until then end by themselves. */
  void endInput() throws IOException {
    process.getOutputStream().close();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** How a JVM is to be started. */
  static final class Launch {
    private final Path javaHome;
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    Launch(Path javaHome) {
      this.javaHome = javaHome;
    }

    Launch agent(Path jar, @Nullable String argument) {
      return option("-javaagent:" + jar + (argument == null ? "" : "=" + argument));
    }

    /**
     * Counts the lines that run in this JVM too, if the build measures. Not for tests that look at
     * threads, classes or times: JaCoCo's agent is one more. It goes before ours.
     */
    Launch measured() {
      String counting = LabSettings.optional("mcpdiag.coverage.child");
      if (counting != null) {
        jvmOptions.add(0, counting);
      }
      return this;
    }

    Launch option(String option) {
      jvmOptions.add(option);
      return this;
    }

    Launch variable(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /**
     * Starts {@code mainAndArguments} on a class path. Nothing of this JVM's OTEL_* is inherited.
     */
    ChildJvm start(String classpath, List<String> mainAndArguments) throws IOException {
      return new ChildJvm(program(classpath, mainAndArguments));
    }

    /** The same, for who wants the streams for himself. */
    ProcessBuilder program(String classpath, List<String> mainAndArguments) {
      List<String> command = new ArrayList<>();
      command.add(javaHome.resolve("bin").resolve("java").toString());
      command.addAll(jvmOptions);
      command.addAll(List.of("-cp", classpath));
      command.addAll(mainAndArguments);
      ProcessBuilder program = new ProcessBuilder(command);
      program
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("OTEL_") || name.equals("JAVA_TOOL_OPTIONS"));
      program.environment().putAll(environment);
      return program;
    }
  }

  /** Collects one stream's bytes on a thread of its own. */
  private static final class Capture {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Capture(InputStream stream, String name) {
      reader = new Thread(() -> copy(stream), name);
      reader.setDaemon(true);
      reader.start();
    }

    private void copy(InputStream stream) {
      byte[] buffer = new byte[8192];
      try (stream) {
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
          bytes.write(buffer, 0, n);
        }
      } catch (IOException ignored) {
        // The child was killed: what came until then counts.
      }
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    /** A grandchild may keep the stream open: do not wait for it for ever. */
    void finish() throws InterruptedException {
      reader.join(2000);
    }
  }
}
