package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** A JVM without MCP pays for the gate only; an application with MCP sees gate and hook only. */
class RingsIT {
  private static final String SDK = "2.1.0";
  private static final String GATE = "dev.mcpdiag.gate.";
  private static final String HOOK = "io.modelcontextprotocol.spec.McpdiagHook";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Test
  void withoutMcpNothingButTheGateIsLoadedAndNoThreadStarted() throws IOException {
    Look alone = look("alone", false, false, "");
    Look watched = look("hello", true, false, "");
    assertEquals(List.of(), watched.loaded(name -> isEngine(name) || isLibrary(name)));
    assertEquals(
        List.of(GATE + "Agent", GATE + "Gate"), watched.loaded(name -> name.startsWith(GATE)));
    assertEquals(alone.said("thread "), watched.said("thread "));
    assertEquals("", watched.stderr());
  }

  @Test
  void anApplicationWithMcpSeesTheGateAndTheHookOnly() throws IOException {
    Look look = look("sight", true, true, "");
    List<String> seen = look.said("sees ");
    assertTrue(seen.contains(HOOK), "was anything woven? " + look.stderr());
    assertEquals(
        List.of(),
        seen.stream().filter(name -> !name.startsWith(GATE) && !name.equals(HOOK)).toList());
  }

  /** The other way round, so that the test above cannot pass because nothing is ever loaded. */
  @Test
  void withMcpTheEngineIsLoadedUnderOurNameOnly() throws IOException {
    Look look = look("engine", true, true, "");
    assertTrue(look.loaded(RingsIT::isEngine).size() > 1, look.stderr());
    assertEquals(List.of(), look.loaded(RingsIT::isLibrary));
  }

  /** With a setting the engine reads it at once: its only way to be there before main. */
  @Test
  void theAgentLeavesTheLogManagerToTheApplication() throws IOException {
    Look look = look("logging", true, true, "=console=line");
    List<String> before = look.initialisedBefore("labapp.Sight");
    assertTrue(before.contains("dev.mcpdiag.engine.Engine"), "the engine came after main");
    assertEquals(
        List.of(),
        before.stream().filter(name -> name.startsWith("java.util.logging.")).toList(),
        "initialised before main: an application can no longer choose its log manager");
    assertEquals(List.of(), look.loaded(name -> name.equals("java.util.logging.LogManager")));
  }

  private static boolean isEngine(String name) {
    return name.startsWith("dev.mcpdiag.") && !name.startsWith(GATE);
  }

  /** Under its own name; relocated it is the engine's. */
  private static boolean isLibrary(String name) {
    return name.startsWith("net.bytebuddy.")
        || name.startsWith("io.opentelemetry.")
        || name.startsWith("com.fasterxml.jackson.core.")
        || name.startsWith("okhttp3.");
  }

  /** What a child JVM showed. */
  private record Look(List<String> log, String stdout, String stderr) {
    /** Loaded classes, in their order. */
    List<String> loaded(Predicate<String> isAsked) {
      return log.stream()
          .filter(line -> line.contains("[class,load"))
          .map(line -> line.replaceFirst("^(\\[[^]]*])+ *", ""))
          .filter(line -> line.contains(" source: "))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .filter(isAsked)
          .toList();
    }

    /** Classes that were initialised before this one. */
    List<String> initialisedBefore(String name) {
      List<String> before = new ArrayList<>();
      for (String line : log) {
        int start = line.indexOf("Initializing '");
        if (start >= 0) {
          String internal = line.substring(start + "Initializing '".length());
          String found = internal.substring(0, internal.indexOf('\'')).replace('/', '.');
          if (found.equals(name)) {
            return before;
          }
          before.add(found);
        }
      }
      throw new AssertionError(name + " was never initialised: " + log.size() + " lines of log");
    }

    List<String> said(String start) {
      return stdout
          .lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }
  }

  private static Look look(String name, boolean hasAgent, boolean hasMcp, String argument)
      throws IOException {
    Path folder = Files.createDirectories(LabSettings.target().resolve("lab").resolve("rings"));
    Path log = folder.resolve(name + ".log");
    Path names = Files.write(folder.resolve(name + ".txt"), hasMcp ? classNames() : List.of());
    ChildJvm.Launch launch =
        new ChildJvm.Launch(LabSettings.javaHomes().get(0))
            .option("-Xlog:class+load,class+init:file=" + log + "::filecount=0")
            .variable("OTEL_TRACES_EXPORTER", "none")
            .variable("OTEL_LOGS_EXPORTER", "none");
    if (hasAgent) {
      launch.option("-javaagent:" + LabSettings.agentJar() + argument);
    }
    List<String> main = new ArrayList<>(List.of("labapp.Sight", names.toString()));
    if (hasMcp) {
      main.add("mcp");
    }
    try (ChildJvm jvm = launch.start(SdkClasspath.of(SDK), main)) {
      assertEquals(0, jvm.await(LIMIT), jvm.stderrText());
      return new Look(Files.readAllLines(log), jvm.stdoutText(), jvm.stderrText());
    }
  }

  /** Every class of the agent jar, by the name under which our own loader knows it. */
  private static List<String> classNames() throws IOException {
    try (JarFile jar = new JarFile(LabSettings.agentJar().toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.matches(".*\\.class(data)?"))
          .map(name -> name.replaceFirst("^inst/", "").replaceFirst("\\.class(data)?$", ""))
          .map(name -> name.replace('/', '.'))
          .toList();
    }
  }
}
