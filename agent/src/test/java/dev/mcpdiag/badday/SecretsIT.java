package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.lab.Answers;
import dev.mcpdiag.lab.HttpPeer;
import dev.mcpdiag.lab.HttpRequestSeen;
import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.McpPeer;
import dev.mcpdiag.lab.StdioPeer;
import java.io.IOException;
import java.net.Socket;
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
  private static final List<Canary> CANARIES =
      List.of(
          new Canary("password in the server's URL", "canaryuserinfo"),
          new Canary("query of the server's URL", "canaryquery"),
          new Canary("Authorization header", "canaryauthorization"),
          new Canary("value of a tool argument", "canaryargument"),
          new Canary("_meta of a call", "canarymeta"),
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
          new Canary("credentials for the collector", "canarycollector"),
          new Canary("setting that is wrong", "canarysetting", "OTEL_EXPORTER_OTLP_LOGS_HEADERS"),
          new Canary("cause of an exception", "canarycause"),
          new Canary("suppressed exception", "canarysuppressed"),
          new Canary("scope of a challenge", "canaryscope"),
          new Canary("error code of a challenge", "canaryerrorcode"),
          new Canary("realm of a challenge", "canaryrealm"),
          new Canary("resource_metadata of a challenge", "canarymetadata"),
          new Canary("Set-Cookie header", "canarycookie", "call cookie ->"),
          new Canary("Via and Server headers", "canaryvia", "http.intermediary=via"),
          new Canary("media type", "canarymedia", "call cookie ->"),
          new Canary("Location header", "canarylocation", "http.redirect=other_host"),
          new Canary("session id", "canarysession"),
          new Canary("name and version of the server", "canaryservername"),
          new Canary("name of a tool", "canarytoolname"),
          new Canary("name of an argument", "canaryargname"),
          new Canary("text of a good result", "canaryresult"),
          new Canary("token by its looks", "canaryjwt"),
          new Canary("e-mail address", "canarymail"),
          new Canary("card number", "4111 1111 1111 1111"),
          new Canary("home folder", "canaryhome"),
          new Canary("bare word after its name", "canarybare"),
          new Canary("body that is no JSON", "canarybroken"),
          new Canary("description in an OAuth error", "canaryoauth", "call oauth ->"),
          new Canary("text of a rule", "canaryrule", "rule:lab"));

  private static final String PERSON =
      "eyJhbGciOiJIUzI1NiJ9.canaryjwt0123456789.c2ln bob@canarymail.example 4111 1111 1111 1111"
          + " /Users/canaryhome/x and password canarybare";
  private static final Path THREADS = LabSettings.target().resolve("badday/secrets.threads");

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
      tests.add(dynamicTest("failures are told and sent", () -> isTold(told, sent)));
      String beans = Files.readString(Path.of(THREADS + ".beans"));
      tests.addAll(new Canary.Outlets(told, sent, beans).tests(CANARIES, passed));
      return tests;
    }
  }

  private static void isTold(String told, String sent) {
    for (String word :
        List.of(
            "MCP_TOOL_EXECUTION_FAILED",
            "MCP_TOKEN_INVALID",
            "exception.message",
            "exception.stacktrace",
            "mcpdiag.leak.vector",
            "request_meta",
            "mcp.client.operation.duration")) {
      assertTrue(sent.contains(word), () -> word + " was not sent; " + told);
    }
    assertTrue(told.contains("MCP_TOKEN_INVALID"), told);
  }

  private static McpPeer peer() {
    return new McpPeer()
        .but("initialize", SecretsIT::hello)
        .but("tools/call fails", Answers.result(toolError("password=canarytoolerror")))
        .but("tools/call repeats", Answers.rpcError(-32050, "no room for canaryargument in Oslo"))
        .but("tools/call ruled", Answers.result(toolError("no")))
        .but("tools/call sk-canarytoolname0123456789", Answers.result(toolError("no")))
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
                    + " error_description=\"canarydescription\", realm=\"canaryrealm\","
                    + " resource_metadata=\"http://h/?token=canarymetadata\","
                    + " scope=\"files:read ghp_canaryscope0123456789\""))
        .but(
            "tools/call prose",
            Answers.status(403, "WWW-Authenticate: Bearer error=\"password canaryerrorcode1\""))
        .but(
            "tools/call cookie",
            Answers.with(
                502,
                "text/canarymedia",
                "no",
                "Set-Cookie: sid=canarycookie",
                "Via: 1.1 password=canaryvia",
                "Server: token=canaryvia"))
        .but(
            "tools/call moved",
            Answers.status(302, "Location: http://x.invalid/?code=canarylocation"))
        .but(
            "tools/call good",
            Answers.result("{\"content\":[{\"type\":\"text\",\"text\":\"canaryresult\"}]}"))
        .but("tools/call person", Answers.rpcError(-32050, PERSON))
        .but(
            "tools/call broken",
            Answers.with(200, "application/json", "{\"token\":\"canarybroken\""))
        .but(
            "tools/call oauth",
            Answers.json(
                400, "{\"error\":\"invalid_grant\",\"error_description\":\"canaryoauth\"}"))
        .but("resources/read", Answers.rpcError(-32002, "Resource not found"));
  }

  private static void hello(HttpRequestSeen request, Socket connection) throws IOException {
    Answers.with(
            200,
            "application/json",
            Answers.envelope(
                request,
                "\"result\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{},"
                    + "\"resources\":{}},\"serverInfo\":{\"name\":\"token=canaryservername\","
                    + "\"version\":\"password=canaryservername\"}}"),
            "Mcp-Session-Id: canarysession")
        .to(request, connection);
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

  private static Path rules() throws IOException {
    return Files.writeString(
        LabSettings.target().resolve("badday/rules.json"),
        """
        {"rules":[{"name":"lab","when":{"tool":"ruled"},
          "then":{"code":"LAB_RULED","failureType":"business","message":"password=canaryrule",
                  "cta":"CONTACT_ADMIN","reason":"lab",
                  "nextSteps":[{"action":"contact_admin","params":{"password":"canaryrule"}}]}}]}
        """);
  }

  private static Outing outing(HttpPeer peer, Path stdio, RawCollector collector)
      throws IOException {
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
                "op=call prose",
                "op=call cookie",
                "op=call moved",
                "op=call good",
                "op=tag good api_key=canarymeta progressToken=1",
                "op=call person",
                "op=call broken",
                "op=call oauth",
                "op=call ruled",
                "op=call repeats guest=canaryargument",
                "op=call sk-canarytoolname0123456789",
                "op=call fails ghp_canaryargname0123456789=1",
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
                "causeThrown=secret=canarycause",
                "suppressed=secret=canarysuppressed",
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
        .agent("console=block;log.level=debug;rules.file=" + rules())
        .threads(THREADS)
        .variable("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "password canarysetting")
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
