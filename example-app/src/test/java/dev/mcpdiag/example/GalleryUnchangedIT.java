package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole gallery, with the agent and without: nobody who reads stdout can tell. */
class GalleryUnchangedIT {
  @TestFactory
  Stream<DynamicTest> printsTheSameBytesAndEndsTheSame() {
    return javas().stream()
        .map(java -> DynamicTest.dynamicTest(java.toString(), () -> isUnchangedOn(java)));
  }

  private static void isUnchangedOn(Path java) throws Exception {
    Run alone = Run.on(java, List.of());
    String agent = System.getProperty("example.agent", "../agent/target/mcpdiag-agent.jar");
    Run watched = Run.on(java, List.of("-javaagent:" + agent));

    assertTrue(watched.stderr().contains("[mcpdiag] summary: "), watched::stderr);
    assertEquals(alone.stdout(), watched.stdout());
    assertEquals(alone.exitCode(), watched.exitCode());
    assertEquals(
        List.of(),
        watched.stderr().lines().filter(line -> !line.startsWith("[mcpdiag]")).toList(),
        "lines on stderr that are not the agent's voice");
  }

  /** The build's own Java, and those that {@code mcpdiag.java.homes} names. */
  private static List<Path> javas() {
    List<Path> javas = new ArrayList<>();
    javas.add(Path.of(System.getProperty("java.home"), "bin", "java"));
    for (String home : System.getProperty("mcpdiag.java.homes", "").split("[,:]")) {
      Path java = Path.of(home, "bin", "java");
      if (!home.isBlank() && Files.isExecutable(java) && !javas.contains(java)) {
        javas.add(java);
      }
    }
    return javas;
  }
}
