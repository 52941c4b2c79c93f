package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.Answers;
import dev.mcpdiag.lab.HttpPeer;
import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.McpPeer;
import dev.mcpdiag.lab.StdioPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A canary in everything that passes the agent: each is first shown to have got there, and then to
 * have got no further, neither to the console nor to the collector.
 */
class SecretsIT {
  /** A word that may not get out, and how it came in. */
  private record Canary(String vector, String word) {}

  private static final List<Canary> CANARIES =
      List.of(
          new Canary("password in the server's URL", "canaryuserinfo"),
          new Canary("query of the server's URL", "canaryquery"),
          new Canary("Authorization header", "canaryauthorization"),
          new Canary("value of a tool argument", "canaryargument"),
          new Canary("text of a failed tool", "canarytoolerror"),
          new Canary("body of an HTTP error", "canarybody"),
          new Canary("error_description of a challenge", "canarydescription"),
          new Canary("argument of a command line", "canarycommand"),
          new Canary("environment of the process", "canaryenvironment"),
          new Canary("stderr of a stdio server", "canarystderr"),
          new Canary("message of a JSON-RPC error", "canaryrpcmessage"),
          new Canary("data of a JSON-RPC error", "canaryrpcdata"),
          new Canary("message of an exception", "canaryexception"),
          new Canary("line of a stdio server that is no JSON", "canarynoise"),
          new Canary("query of a resource's URI", "canaryresource"),
          new Canary("credentials for the collector", "canarycollector"));

  private final List<String> received = new CopyOnWriteArrayList<>();

  @TestFactory
  List<DynamicTest> staysInside() throws IOException {
    Path stdio = stdioServer();
    try (RawCollector collector = new RawCollector();
        HttpPeer peer = new HttpPeer(recorded(peer()))) {
      Ended ended = outing(peer, stdio, collector).run();
      String passed = passed(ended, stdio, collector);
      String told = String.join("\n", ended.said());
      String sent = collector.text();
      List<DynamicTest> tests = new ArrayList<>();
      tests.add(
          dynamicTest(
              "failures are told and sent",
              () -> {
                for (String code :
                    List.of(
                        "MCP_TOOL_EXECUTION_FAILED", "MCP_TOKEN_INVALID", "exception.message")) {
                  assertTrue(sent.contains(code), () -> code + " was not sent; " + told);
                }
                assertTrue(told.contains("MCP_TOKEN_INVALID"), told);
              }));
      for (Canary canary : CANARIES) {
        tests.add(dynamicTest(canary.vector(), () -> check(canary, passed, told, sent)));
      }
      return tests;
    }
  }

  private static void check(Canary canary, String passed, String told, String sent) {
    assertTrue(passed.contains(canary.word()), () -> "never got there: " + canary);
    assertFalse(told.contains(canary.word()), () -> "on the console: " + around(canary, told));
    assertFalse(sent.contains(canary.word()), () -> "in telemetry: " + around(canary, sent));
  }

  private static String around(Canary canary, String text) {
    int at = text.indexOf(canary.word());
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
  }

  private static McpPeer peer() {
    return new McpPeer()
        .but("tools/call fails", Answers.result(toolError("password=canarytoolerror")))
        .but("tools/call quiet", Answers.result(toolError("no such customer canarytoolerror")))
        .but(
            "tools/call rpc",
            Answers.rpcError(
                200, -32603, "token=canaryrpcmessage is wrong", "{\"secret\":\"canaryrpcdata\"}"))
        .but("tools/call body", Answers.with(500, "text/plain", "password=canarybody"))
        .but("tools/call json", Answers.json(400, "{\"api_key\":\"canarybody\"}"))
        .but(
            "tools/call challenge",
            Answers.status(
                401,
                "WWW-Authenticate: Bearer error=\"invalid_token\","
                    + " error_description=\"canarydescription\""))
        .but("resources/read", Answers.rpcError(-32002, "Resource not found"));
  }

  private static String toolError(String text) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}],\"isError\":true}";
  }

  private HttpPeer.Answer recorded(HttpPeer.Answer answer) {
    return (request, connection) -> {
      received.add(request.toString());
      answer.to(request, connection);
    };
  }

  private static Path stdioServer() throws IOException {
    Path server = LabSettings.target().resolve("badday/secrets/server");
    new StdioPeer()
        .atStart(
            """
            printf '%s\\n' "$*" "$SERVICE_PASSWORD" canarystderr canarynoise >"$0.notes"
            echo 'db password=canarystderr' >&2
            echo 'starting canarystderr' >&2
            echo 'listening, password=canarynoise'
            """)
        .atCall("echo 'fatal: canarystderr' >&2; exit 3")
        .write(server);
    return server;
  }

  private static Outing outing(HttpPeer peer, Path stdio, RawCollector collector) {
    String host = "127.0.0.1:" + peer.port();
    return new Outing(
            Outing.errand(
                "id=http",
                "transport=streamable",
                "url=http://" + host,
                "authorization=Bearer canaryauthorization",
                "op=init",
                "op=call fails password=canaryargument note=canaryargument",
                "op=call quiet q=canaryargument",
                "op=call rpc q=canaryargument",
                "op=call body",
                "op=call json",
                "op=call challenge",
                "op=read lab://files/a?token=canaryresource"),
            Outing.errand(
                "id=url",
                "transport=streamable",
                "url=http://bob:canaryuserinfo@" + host + "/?api_key=canaryquery",
                "path=/mcp?api_key=canaryquery",
                "op=init",
                "op=call fails"),
            Outing.errand(
                "id=thrown",
                "transport=streamable",
                "url=http://" + host,
                "customizerThrows=jdbc:x://db?password=canaryexception",
                "op=init"),
            Outing.errand(
                "id=stdio",
                "transport=stdio",
                "command=" + stdio,
                "arg=--token",
                "arg=canarycommand",
                "requestTimeout=1000",
                "op=init",
                "op=call crash"))
        .agent("console=block;log.level=debug")
        .collector(collector.endpoint())
        .variable("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer canarycollector")
        .variable("SERVICE_PASSWORD", "canaryenvironment");
  }

  /** What the application printed, and what servers and collector saw. */
  private String passed(Ended ended, Path stdio, RawCollector collector) throws IOException {
    StringBuilder passed = new StringBuilder(ended.stdout()).append(ended.stderr());
    received.forEach(passed::append);
    return passed
        .append(collector.headers())
        .append(Files.readString(Path.of(stdio + ".notes")))
        .toString();
  }
}
