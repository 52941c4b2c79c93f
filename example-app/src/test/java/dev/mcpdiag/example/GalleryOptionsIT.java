package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GalleryOptionsIT {
  @Test
  void onlyVisitsTheOneThatIsNamed() throws Exception {
    Run run = Run.of("--only", "refused");

    assertEquals(0, run.exitCode(), run::stderr);
    assertEquals(3, run.stdout().lines().count(), run::stdout);
    assertTrue(run.stdout().startsWith("[refused] "), run::stdout);
  }

  @Test
  void listNamesEveryExhibitAndEndsAtOnce() throws Exception {
    Run run = Run.of("--list");

    assertEquals(0, run.exitCode());
    assertEquals(Exhibits.ALL.size(), run.stdout().lines().count());
  }

  @Test
  void anUnknownOptionIsRefusedInOneSentence() throws Exception {
    Run run = Run.of("--sevre");

    assertEquals(2, run.exitCode());
    assertEquals("There is no option --sevre. See --help.\n", run.stderr());
  }

  @Test
  void everyNameIsThereOnce() {
    List<String> names = Exhibits.ALL.stream().map(Exhibit::name).toList();

    assertEquals(names.stream().distinct().toList(), names);
  }

  @Test
  @Timeout(60)
  void serveLeavesNoProcessBehindWhenItIsStopped() throws Exception {
    Process gallery = Run.start("--serve").start();
    List<ProcessHandle> servers;
    try (BufferedReader lines = gallery.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains("calls answered")) {
        line = lines.readLine();
      }
      assertTrue(line != null && line.startsWith("10 calls answered, 0 not; 2 visits"), line);
      servers = gallery.descendants().toList();
      assertNotEquals(List.of(), servers);
    } finally {
      gallery.destroy();
    }
    assertTrue(gallery.waitFor(10, TimeUnit.SECONDS), "it did not stop");
    for (ProcessHandle server : servers) {
      server.onExit().get(10, TimeUnit.SECONDS);
    }
  }
}
