package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent that cannot work says so in one sentence and leaves the application alone. */
class BrokenAgentIT {
  private static final String SECOND =
      "the agent is already active in this JVM (second -javaagent or attach): keep one of the two,"
          + " the settings of the first hold";
  private static final String TOO_OLD =
      "[mcpdiag] Java 17 or newer is needed, this JVM is Java 11: the agent stays off, the"
          + " application runs as without it";
  private static final int JAVA_8_CLASS_FILE = 52;

  @RegisterExtension
  static final RefusedApplication APPLICATION = new RefusedApplication("op=sleep 1");

  @ParameterizedTest
  @CsvSource({
    "engine/Parts, could not start and stays off",
    "call/Calls, could not start and stays off",
    "weave/RowVisitor, could not be woven",
    "hook/CompanionLoader, cannot be watched",
    "sdk/RequestAdapter, the call itself went on",
    "console/ExitSummary, the application is not affected"
  })
  void itLacksAClass(String missing, String words) throws IOException {
    Ended ended = APPLICATION.outing().agent(agentWithout(missing), "").run();

    ended.isLike(APPLICATION.alone());
    assertEquals(1, ended.complaints().size(), ended::stderr);
    String sentence = ended.complaints().get(0);
    assertTrue(sentence.contains(words), sentence);
    assertTrue(sentence.contains("dev/mcpdiag/" + missing), sentence);
  }

  @Test
  void itIsGivenTwice() throws IOException {
    Ended ended = APPLICATION.outing().agent("").agent("").run();

    ended.isLike(APPLICATION.alone());
    assertEquals(List.of(SECOND), ended.complaints());
  }

  @Test
  void itIsGivenTwiceUnderTwoNames() throws IOException {
    Path copy = LabSettings.target().resolve("badday").resolve("copy.jar");
    Files.copy(LabSettings.agentJar(), copy, StandardCopyOption.REPLACE_EXISTING);
    Ended ended = APPLICATION.outing().agent("").agent(copy, "").run();

    ended.isLike(APPLICATION.alone());
    assertEquals(List.of(SECOND), ended.complaints());
  }

  @Test
  void javaIsElevenAndTooOld() throws IOException {
    String named = LabSettings.optional("mcpdiag.java11");
    Assumptions.assumeTrue(named != null, "no Java 11: -Dmcpdiag.java11 names none");
    Path java = Path.of(String.valueOf(named));
    String classes = HelloEleven.compiled();
    Ended alone = new Outing().java(java).classpath(classes).run("Hello");
    Ended ended = new Outing().java(java).classpath(classes).agent("").run("Hello");

    assertEquals("hello\n", ended.stdout());
    assertEquals(alone.exit(), ended.exit());
    assertEquals(List.of(TOO_OLD), ended.stderr().lines().toList());
  }

  @Test
  void javaIsEightAndCanStillReadTheGate() throws IOException {
    List<String> gate = new ArrayList<>();
    try (JarFile jar = new JarFile(LabSettings.agentJar().toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        DataInputStream in = new DataInputStream(jar.getInputStream(entry));
        int magicAndMinor = in.readInt() ^ in.readUnsignedShort();
        int major = in.readUnsignedShort();
        gate.add(entry.getName());
        assertTrue(major <= JAVA_8_CLASS_FILE, entry.getName() + " " + major + " " + magicAndMinor);
      }
    }
    assertTrue(gate.contains("dev/mcpdiag/gate/Agent.class"), gate::toString);
  }

  private static Path agentWithout(String className) throws IOException {
    Path broken =
        LabSettings.target().resolve("badday").resolve(className.replace('/', '-') + ".jar");
    Files.copy(LabSettings.agentJar(), broken, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem jar =
        FileSystems.newFileSystem(URI.create("jar:" + broken.toUri()), Map.of())) {
      Files.delete(jar.getPath("inst/dev/mcpdiag/" + className + ".classdata"));
    }
    return broken;
  }
}
