package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The built jar: what is in it, where the application could stumble over it, what it answers. */
class AgentJarIT {
  private static final long MAX_BYTES = 8L * 1024 * 1024;
  private static final int JAVA_8 = 52;
  private static final String GATE = "dev.mcpdiag.gate.Agent";

  @Test
  void nothingLiesOutsideOurOwnFolders() throws IOException {
    assertEquals(
        List.of(),
        names().filter(name -> !name.matches("(dev/mcpdiag/|inst/|META-INF/).*|dev/")).toList());
    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE"),
        Set.copyOf(names().filter(name -> name.matches("META-INF/.*[^/]")).toList()),
        "what lies in META-INF is visible to every application");
  }

  @Test
  void onlyTheGateIsAClassToTheApplication() throws IOException {
    assertEquals(
        List.of(),
        names()
            .filter(name -> name.endsWith(".class"))
            .filter(name -> !name.startsWith("dev/mcpdiag/gate/"))
            .toList());
  }

  @Test
  void librariesAreThereUnderOurNameOnly() throws IOException {
    assertEquals(
        List.of(),
        names()
            .filter(name -> name.matches("inst/.*\\.classdata"))
            .filter(
                name ->
                    !name.startsWith("inst/dev/mcpdiag/")
                        && !name.equals("inst/io/modelcontextprotocol/spec/McpdiagHook.classdata"))
            .toList());
  }

  @Test
  void theManifestNamesTheGateAndWhatItMayDo() throws IOException {
    try (JarFile jar = jar()) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      Map<String, String> entries = new TreeMap<>();
      manifest.forEach((key, value) -> entries.put(key.toString(), value.toString()));
      entries.keySet().removeAll(Set.of("Created-By", "Build-Jdk-Spec", "Manifest-Version"));
      String version = entries.remove("Implementation-Version");
      assertTrue(version != null && version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
      assertEquals(
          Map.of(
              "Premain-Class",
              GATE,
              "Agent-Class",
              GATE,
              "Main-Class",
              GATE,
              "Can-Redefine-Classes",
              "true",
              "Can-Retransform-Classes",
              "true",
              "Automatic-Module-Name",
              "dev.mcpdiag.agent"),
          entries);
    }
  }

  @Test
  void anOldJvmCanReadTheGate() throws IOException {
    try (JarFile jar = jar()) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
          in.readInt();
          in.readUnsignedShort();
          assertEquals(JAVA_8, in.readUnsignedShort(), entry.getName());
        }
      }
    }
  }

  @Test
  void theJarIsSmall() throws IOException {
    long size = Files.size(LabSettings.agentJar());
    assertTrue(size <= MAX_BYTES, size + " bytes: what came in that was not there before?");
  }

  @TestFactory
  List<DynamicTest> aQuestionIsAnsweredOnStdoutAndEndsWithZero() {
    Map<String, String> questions =
        Map.of(
            "--version", "mcpdiag ",
            "--codes", "CODE ",
            "--codes --json", "{",
            "--config", "Options of mcpdiag.");
    List<DynamicTest> tests = new ArrayList<>();
    questions.forEach(
        (question, start) ->
            tests.add(
                dynamicTest(
                    question,
                    () -> {
                      try (ChildJvm jvm = ask(question)) {
                        assertEquals(0, jvm.await(Duration.ofSeconds(60)), jvm.stderrText());
                        assertTrue(jvm.stdoutText().startsWith(start), jvm.stdoutText());
                        assertEquals("", jvm.stderrText());
                      }
                    })));
    return tests;
  }

  private static ChildJvm ask(String question) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(LabSettings.javaHomes().get(0) + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-jar", LabSettings.agentJar().toString()));
    command.addAll(List.of(question.split(" ")));
    return ChildJvm.run(command);
  }

  private static Stream<String> names() throws IOException {
    try (JarFile jar = jar()) {
      return jar.stream().map(JarEntry::getName).toList().stream();
    }
  }

  private static JarFile jar() throws IOException {
    Path jar = LabSettings.agentJar();
    return new JarFile(jar.toFile());
  }
}
