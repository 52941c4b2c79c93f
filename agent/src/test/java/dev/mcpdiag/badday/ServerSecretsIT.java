package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same on the side of a server whose handlers are careless (labapp.LeakyServer). */
class ServerSecretsIT {
  private static final List<Canary> CANARIES =
      List.of(
          new Canary("_meta of a result", "canaryresultmeta"),
          new Canary("name of the server", "canaryservername"),
          new Canary("name of the client", "canaryclientname"),
          new Canary("password in a handler's exception", "canaryjdbc"),
          new Canary("cause of that exception", "canaryservercause", "canaryjdbc"),
          new Canary("suppressed by that cause", "canarysuppressed", "canaryjdbc"),
          new Canary("home folder in a message", "canaryhome"),
          new Canary("e-mail address in a message", "canarymail"),
          new Canary("value in an SQL statement", "canarysqlvalue"),
          new Canary("environment in a message", "canaryenvironment"),
          new Canary("message of a coded error", "canaryrpcmessage"),
          new Canary("text of a result that is an error", "canaryresulttext"),
          new Canary("text of a good result", "canaryresult"),
          new Canary("name of a tool", "canarytoolname"),
          new Canary("name of an unknown tool", "canaryunknowntool"),
          new Canary("name of an argument", "canaryargname"),
          new Canary("value of an argument", "canaryargument"),
          new Canary("baggage in _meta", "canarybaggage"),
          new Canary("id of a request", "canaryrequestid"),
          new Canary("query of a resource's URI", "canaryuri"),
          new Canary("name of an unknown method", "canarymethod"),
          new Canary("message that cannot be read", "canaryunread"),
          new Canary("id of a foreign session", "canaryforeignsession"),
          new Canary("Authorization header", "canaryauthorization"),
          new Canary("Cookie header", "canarycookie"),
          new Canary("header with a key", "canaryheader"),
          new Canary("query of the server's URL", "canaryquery"));

  @TestFactory
  List<DynamicTest> staysInside() throws IOException {
    try (RawCollector collector = new RawCollector()) {
      Ended ended =
          new Outing()
              .agent("console=block;log.level=debug")
              .collector(collector.endpoint())
              .variable("SERVICE_PASSWORD", "password canaryenvironment1")
              .run("labapp.LeakyServer");
      String sent = collector.text();
      String beans =
          ended
              .stdout()
              .lines()
              .filter(line -> line.startsWith("bean "))
              .collect(Collectors.joining("\n"));
      List<DynamicTest> tests = new ArrayList<>();
      tests.add(dynamicTest("failures, metrics and leaks are sent", () -> isSent(sent, ended)));
      tests.add(
          dynamicTest("the session's id is sent as a hash only", () -> isHashed(ended, sent)));
      tests.addAll(
          new Canary.Outlets(String.join("\n", ended.said()), sent, beans)
              .tests(CANARIES, ended.stdout() + "canaryquery"));
      return tests;
    }
  }

  private static void isSent(String sent, Ended ended) {
    for (String word :
        List.of(
            "MCP_INTERNAL_ERROR",
            "MCP_TOOL_EXECUTION_FAILED",
            "exception.stacktrace",
            "mcp.server.operation.duration",
            "mcpdiag.leak.vector",
            "rpc_error_message",
            "error_result",
            "result_meta",
            "http_error_body")) {
      assertTrue(
          sent.contains(word), () -> word + " was not sent; " + ended.stdout() + ended.stderr());
    }
  }

  private static void isHashed(Ended ended, String sent) {
    String start = "session canarysession is ";
    String session =
        ended.stdout().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    assertTrue(sent.contains("mcp.session.id"), "no session was sent");
    assertTrue(!sent.contains(session.substring(start.length())), "the id itself was sent");
  }
}
