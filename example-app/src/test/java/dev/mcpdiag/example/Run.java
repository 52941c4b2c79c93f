package dev.mcpdiag.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the built jar in a JVM of its own, to its end. */
record Run(int exitCode, String stdout, String stderr) {
  private static final int END_SECONDS = 120;

  static Run of(String... options) throws IOException, InterruptedException {
    return in(List.of(), options);
  }

  /** The same in a JVM with options of its own. */
  static Run in(List<String> jvmOptions, String... options)
      throws IOException, InterruptedException {
    return of(start(jvmOptions, options));
  }

  /** The whole gallery on another Java, or with options for the JVM. */
  static Run on(Path java, List<String> jvmOptions) throws IOException, InterruptedException {
    ProcessBuilder builder = start(jvmOptions);
    builder.command().set(0, java.toString());
    builder.environment().keySet().removeIf(name -> name.matches("(OTEL|MCPDIAG)_.*"));
    return of(builder);
  }

  private static Run of(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile("gallery", ".out");
    Path err = Files.createTempFile("gallery", ".err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The gallery did not end; so far: " + Files.readString(out));
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroy();
      Files.delete(out);
      Files.delete(err);
    }
  }

  static ProcessBuilder start(String... options) {
    return start(List.of(), options);
  }

  private static ProcessBuilder start(List<String> jvmOptions, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String counting = System.getProperty("mcpdiag.coverage.child", "");
    if (!counting.isEmpty()) {
      command.add(counting); // before the agent, so that its lines count too
    }
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add(System.getProperty("example.jar", "target/mcpdiag-example-app.jar"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
