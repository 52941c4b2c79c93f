package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Many calls at once, with the agent on both sides: each failure is its own and none other's. */
class CrowdIT {
  /** 500 bytes a failure, for what waits to be exported: a call that somebody held is 10 kB. */
  private static final long NO_GROWTH_BYTES = 5_000_000;

  private static final int WARM_UP = 2_000;
  private static final int FAILING = 10_000;

  @TestFactory
  List<DynamicTest> oneFailureAmongAThousandCallsRaisesNoFalseAlarm() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : List.of("2.1.0", "1.1.5")) {
      for (ServerWire wire : wires()) {
        tests.add(dynamicTest(version + " " + wire.text(), () -> oneAmongAThousand(version, wire)));
      }
    }
    return tests;
  }

  /**
   * The SDK's stdio transports lose messages under load by themselves, so they wait to be asked.
   */
  private static List<ServerWire> wires() {
    return SdkVersions.areAskedFor()
        ? List.of(ServerWire.STREAMABLE, ServerWire.STDIO)
        : List.of(ServerWire.STREAMABLE);
  }

  private static void oneAmongAThousand(String version, ServerWire wire) throws IOException {
    String manner = wire == ServerWire.STDIO ? "stream" : "one";
    CrowdRun run = CrowdRun.of(version, wire, manner, "50x1000,1x1");
    assertEquals(List.of("round worked 1000 failed 1"), run.rounds(), run::story);
    assertEquals(brokenOnBothSides(1), run.failures(), run::story);
  }

  @Test
  void tenThousandFailuresAreAllToldAndLeaveNothingBehind() throws IOException {
    CrowdRun run =
        CrowdRun.of(
            "2.1.0",
            ServerWire.STREAMABLE,
            "two",
            "10x" + WARM_UP + ",50x" + WARM_UP,
            "10x" + FAILING / 4 + ",50x" + FAILING);
    assertEquals("round worked 2500 failed 10000", run.rounds().get(1), run::story);
    assertEquals(brokenOnBothSides(WARM_UP + FAILING), run.failures(), run::story);
    long server = run.heaps().get(2) - run.heaps().get(0);
    long client = run.heaps().get(3) - run.heaps().get(1);
    System.out.printf("grown in %d failures: client %d, server %d B%n", FAILING, client, server);
    assertTrue(client < NO_GROWTH_BYTES, () -> "the client grew: " + run.heaps() + run.story());
    assertTrue(server < NO_GROWTH_BYTES, () -> "the server grew: " + run.heaps() + run.story());
  }

  private static Map<String, Long> brokenOnBothSides(long count) {
    return Map.of(
        "client broken MCP_SERVER_ERROR", count, "server broken MCP_INTERNAL_ERROR", count);
  }
}
