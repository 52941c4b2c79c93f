package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A sign-in as it passes the agent: what heals is told as healed, and no secret of it gets out. */
class LoginIT {
  private static final String VERSION = "1.1.5";
  private static final int FAILURES = 4;
  private static final Duration LAST_EVENTS = Duration.ofSeconds(10);

  /** Secrets by their names on the wire: the first group is the secret. */
  private static final Map<String, Pattern> SECRETS = secrets();

  private static Map<String, Pattern> secrets() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    patterns.put("client secret", Pattern.compile("wire client_secret=(\\S+)"));
    patterns.put("code", Pattern.compile("[?&]code=([^&\\s]+)"));
    patterns.put("wrong code", Pattern.compile("wire code=(canary\\S+)"));
    patterns.put("state", Pattern.compile("wire state=(\\S+)"));
    patterns.put("code verifier", Pattern.compile("wire code_verifier=(\\S+)"));
    patterns.put("refresh token", Pattern.compile("wire refresh_token=(\\S+)"));
    patterns.put("access token", Pattern.compile("wire authorization=Bearer (\\S+)"));
    patterns.put("token of an answer", Pattern.compile("\"access_token\":\"([^\"]+)\""));
    return patterns;
  }

  @TestFactory
  List<DynamicTest> tellsWhatHappenedAndNoSecret() throws IOException {
    Path folder = Files.createDirectories(LabSettings.target().resolve("lab").resolve("login"));
    try (FailingServers servers =
            new FailingServers(VERSION, folder, new TestKeys(LabSettings.target().resolve("lab")));
        OtlpReceiver receiver = new OtlpReceiver()) {
      List<String> errands = errands(servers);
      Path script = Files.write(folder.resolve("errands.txt"), errands);
      String said;
      try (ChildJvm application =
          Front.launch(LabSettings.javaHomes().get(0), receiver)
              .agent(LabSettings.agentJar(), "console=block;log.level=debug")
              .start(
                  LoginClasspath.of(VERSION), List.of("labapp.LabApp", script.toString(), "1"))) {
        assertEquals(0, application.await(Duration.ofMinutes(2)), application::stderrText);
        receiver.awaitEvents(FAILURES + 1, LAST_EVENTS);
        said = ofAgent(application.stderrText());
      }
      return tests(servers.authorization().wire(), said, receiver);
    }
  }

  private static List<String> errands(FailingServers servers) throws IOException {
    String browser = "login=BrowserLogin\tgrant=authorization_code";
    return List.of(
        errand(servers.protectedServer(browser, "user=approves"), "op=call echo"),
        errand(servers.protectedServer(browser, "user=denies")),
        errand(servers.protectedServer(browser, "user=approves", "code=canarycode")),
        errand(servers.behindLogin("login=ManagerLogin", "secret=canarywrongsecret")),
        errand(
            servers.behindLogin(
                "login=ManagerLogin",
                "grant=authorization_code",
                "refreshToken=canaryrefreshtoken")));
  }

  private static String errand(Target target, String... more) {
    List<String> fields = new ArrayList<>(List.of("id=login", "transport=streamable"));
    fields.addAll(target.settings());
    fields.addAll(List.of("requestTimeout=30000", "initTimeout=31000", "op=init"));
    fields.addAll(List.of(more));
    return String.join("\t", fields);
  }

  private static List<DynamicTest> tests(String wire, String said, OtlpReceiver receiver) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        dynamicTest("a healed refusal is told as recovered", () -> recovered(receiver.events())));
    tests.add(
        dynamicTest(
            "failures are told and sent",
            () -> {
              assertEquals(
                  FAILURES,
                  receiver.events().stream().filter(OtlpEvent::isFailure).count(),
                  () -> receiver.events().toString());
              assertTrue(said.contains("MCP_OAUTH_FAILED"), said);
            }));
    String sent = receiver.events() + "\n" + receiver.spans();
    SECRETS.forEach(
        (name, pattern) ->
            tests.add(dynamicTest(name, () -> staysInside(pattern, wire, said, sent))));
    return tests;
  }

  /** At the first request, and once: what follows has its token. */
  private static void recovered(List<OtlpEvent> events) {
    List<OtlpEvent> healed =
        events.stream().filter(event -> event.name().equals("mcpdiag.recovered")).toList();
    assertEquals(1, healed.size(), events::toString);
    assertEquals("MCP_AUTH_REQUIRED", healed.get(0).text("mcpdiag.code"));
    assertEquals("initialize", healed.get(0).text("mcp.method.name"));
    assertEquals("info", healed.get(0).text("mcpdiag.severity"));
  }

  private static void staysInside(Pattern secret, String wire, String said, String sent) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = secret.matcher(wire);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    assertFalse(found.isEmpty(), () -> "never on the wire: " + secret);
    for (String word : found) {
      assertFalse(said.contains(word), () -> "on the console: " + word);
      assertFalse(sent.contains(word), () -> "in telemetry: " + word);
    }
  }

  /** The agent's own lines; the application may print what it likes. */
  private static String ofAgent(String stderr) {
    StringBuilder own = new StringBuilder();
    for (String line : stderr.split("\n", -1)) {
      if (line.startsWith("[mcpdiag]")) {
        own.append(line).append('\n');
      }
    }
    return own.toString();
  }
}
