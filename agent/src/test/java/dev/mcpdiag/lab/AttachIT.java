package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The agent comes to a JVM that works already, with its transports open. */
class AttachIT {
  private static final Duration LAST = Duration.ofSeconds(20);
  private static final Duration START = Duration.ofSeconds(60);

  @TestFactory
  List<DynamicTest> followsWhatIsOpenAlready() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : SdkVersions.chosenWithStreamable()) {
      for (Path java : LabSettings.javaHomes()) {
        String on = version + " on " + java.getFileName() + ": ";
        tests.add(dynamicTest(on + "HTTP client", () -> httpClient(version, java)));
        tests.add(dynamicTest(on + "stdio client", () -> stdioClient(version, java)));
        tests.add(dynamicTest(on + "server", () -> server(version, java)));
      }
    }
    return tests;
  }

  private static void httpClient(String version, Path java) throws Exception {
    McpPeer mcp = new McpPeer().but("tools/call broken", Answers.status(503));
    try (OtlpReceiver receiver = new OtlpReceiver();
        HttpPeer peer = new HttpPeer(mcp);
        Front front =
            new Front(
                Front.launch(java, receiver),
                version,
                "transport=streamable",
                "url=http://127.0.0.1:" + peer.port())) {
      String fine = front.ask("echo");
      String broken = front.ask("broken");
      attach(front.jvm());
      attach(front.jvm());
      assertEquals(fine, front.ask("echo"));
      assertEquals(said(broken), said(front.ask("broken")));
      OtlpEvent event = oneFailure(receiver);
      assertEquals("MCP_SERVER_UNAVAILABLE", event.text("mcpdiag.code"), event::toString);
      assertEquals("127.0.0.1:" + peer.port(), event.text("mcpdiag.server.name"));
      unharmed(front);
    }
  }

  private static void stdioClient(String version, Path java) throws Exception {
    Path program = LabSettings.target().resolve("lab").resolve(version).resolve("attached.sh");
    new StdioPeer().atCall("exit 3").write(program);
    try (OtlpReceiver receiver = new OtlpReceiver();
        Front front =
            new Front(
                Front.launch(java, receiver), version, "transport=stdio", "command=" + program)) {
      String fine = front.ask("echo");
      attach(front.jvm());
      attach(front.jvm());
      assertEquals(fine, front.ask("echo"));
      assertTrue(front.ask("broken").startsWith("502 "));
      OtlpEvent event = oneFailure(receiver);
      assertEquals("MCP_STDIO_PROCESS_EXITED", event.text("mcpdiag.code"), event::toString);
      assertEquals("attached.sh", event.text("mcpdiag.server.name"));
      unharmed(front);
    }
  }

  private static void server(String version, Path java) throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver();
        ChildJvm server =
            Front.launch(java, receiver)
                .start(SdkClasspath.of(version), List.of("labapp.ServerApp", "streamable", "1"))) {
      String port = server.awaitLine("listening ", START).split(" ", -1)[1];
      try (OtlpReceiver nobody = new OtlpReceiver();
          Front front =
              new Front(
                  Front.launch(java, nobody),
                  version,
                  "transport=streamable",
                  "url=http://127.0.0.1:" + port)) {
        String fine = front.ask("echo");
        String broken = front.ask("throws");
        attach(server);
        assertEquals(fine, front.ask("echo"));
        assertEquals(said(broken), said(front.ask("throws")));
        OtlpEvent event = oneFailure(receiver);
        assertEquals("server", event.text("mcpdiag.side"), event::toString);
        assertEquals("MCP_INTERNAL_ERROR", event.text("mcpdiag.code"), event::toString);
        assertEquals(0, front.end());
      }
    }
  }

  private static void attach(ChildJvm jvm) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
    try {
      machine.loadAgent(LabSettings.agentJar().toString());
    } finally {
      machine.detach();
    }
  }

  private static OtlpEvent oneFailure(OtlpReceiver receiver) {
    List<OtlpEvent> failures = receiver.awaitFailures(1, LAST);
    assertEquals(1, failures.size(), () -> "failures: " + failures);
    return failures.get(0);
  }

  /** What differs between two failures of the same kind: ids and hashes. */
  private static String said(String answer) {
    return answer.replaceAll("@[0-9a-f]{4,8}\\b", "@HASH");
  }

  private static void unharmed(Front front) throws IOException {
    assertEquals(0, front.end());
    String stderr = front.jvm().stderrText();
    List<String> second = stderr.lines().filter(line -> line.contains("already active")).toList();
    assertEquals(1, second.size(), () -> "one line for the second attach: " + stderr);
    assertFalse(stderr.contains("could not be woven"), stderr);
    assertFalse(stderr.contains("please report this"), stderr);
  }
}
