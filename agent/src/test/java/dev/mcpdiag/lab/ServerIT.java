package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Servers that fail in every known way, asked by a client without an SDK: what arrives at the OTLP
 * receiver, and that the answers are the same bytes as without the agent. {@code
 * -Dmcpdiag.lab.sdk=all} takes every SDK version.
 */
class ServerIT {
  @TestFactory
  List<DynamicNode> namesTheCauseOfEveryFailureOfAServer() throws IOException {
    List<ServerSetup> setups = new ArrayList<>();
    for (String version : SdkVersions.chosen()) {
      for (ServerWire wire : ServerWire.values()) {
        if (wire.isIn(version)) {
          setups.add(ServerSetup.of(version, wire));
        }
      }
    }
    return asked(setups, "servers.txt");
  }

  static List<DynamicNode> asked(List<ServerSetup> setups, String file) throws IOException {
    ServerTable table = new ServerTable();
    List<DynamicNode> tests = new ArrayList<>();
    for (ServerPair pair : ServerPair.started(setups)) {
      ServerRun watched = pair.watched().join();
      ServerRun alone = pair.alone().join();
      String name = pair.setup().version() + " " + pair.setup().name();
      System.out.printf(
          "%s took %d ms, %d ms without the agent%n",
          name, watched.took().toMillis(), alone.took().toMillis());
      tests.add(dynamicContainer(name, tests(pair.setup(), watched, alone, table)));
    }
    table.publish(file);
    return tests;
  }

  private static List<DynamicTest> tests(
      ServerSetup setup, ServerRun watched, ServerRun alone, ServerTable table) {
    List<DynamicTest> tests = new ArrayList<>();
    for (String mode : Lab.modes()) {
      List<ServerCase> cases = setup.cases(mode);
      for (ServerCase asked : cases) {
        List<String> differences = ServerVerdict.on(asked, mode, watched);
        table.add(setup, mode, asked, watched, differences);
        tests.add(
            dynamicTest(
                mode + " " + asked.name(),
                () ->
                    assertEquals(
                        "", String.join("\n", differences), () -> told(asked, mode, watched))));
      }
      List<String> outside = setup.outside(mode);
      List<String> seen =
          watched.outside(cases, mode).stream()
              .map(event -> event.text("mcpdiag.code"))
              .sorted()
              .toList();
      table.addOutside(setup, mode, outside, seen);
      tests.add(dynamicTest(mode + " refused before any call", () -> assertEquals(outside, seen)));
      tests.add(
          dynamicTest(
              mode + " answers the same bytes",
              () -> assertEquals(bytes(alone, mode), bytes(watched, mode))));
    }
    tests.add(
        dynamicTest(
            "writes nothing but protocol to stdout",
            () ->
                watched
                    .stdout()
                    .forEach(line -> assertTrue(line.startsWith("{\"jsonrpc\""), line))));
    return tests;
  }

  private static String told(ServerCase asked, String mode, ServerRun run) {
    return "events: " + run.failuresOf(asked, mode) + "\nspans: " + run.spansOf(asked, mode);
  }

  /**
   * Answers without what differs between two runs of the same server, without the trace context of
   * notifications, and without the stack that an error page of Tomcat shows: the agent stands on
   * it.
   */
  private static String bytes(ServerRun run, String mode) {
    StringBuilder text = new StringBuilder();
    Map<String, String> answers = new TreeMap<>(Objects.requireNonNull(run.answers().get(mode)));
    answers.keySet().removeIf(id -> id.endsWith(ServerCase.DEBUG_ID)); // the trace, or "none"
    answers.forEach(
        (id, answer) -> text.append(id).append(" -> ").append(masked(answer)).append('\n'));
    return text.toString();
  }

  private static String masked(String answer) {
    return answer
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(_[0-9a-f-]+)?", "UUID")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replaceAll("@[0-9a-f]{4,8}\\b", "@HASH")
        .replaceAll(",\"_meta\":\\{\"traceparent\":\"[-0-9a-f]{55}\"}", "")
        // SDKs before 0.13 write what is not there.
        .replaceAll("(\"method\":\"notifications/.*),\"_meta\":null", "$1")
        // Through how much of Netty a request comes depends on how its bytes come in.
        .replaceAll(",?\\{[^{}]*\"className\":\"io\\.netty\\.[^{}]*}", "")
        .replaceAll("\\R\\t[^\\r\\n]*", "");
  }
}
