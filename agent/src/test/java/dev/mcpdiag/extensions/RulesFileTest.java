package dev.mcpdiag.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
  private static final String THEN =
      "\"then\":{\"code\":\"ACME_QUOTA\",\"failureType\":\"business\"}";
  private static final String EXAMPLE =
      """
      {"rules":[{"name":"acme-quota",
        "when":{"side":"client","server":"acme*","method":"tools/call","tool":"billing_*","message":"(?i)quota",
                "httpStatus":[402]},
        "then":{"code":"ACME_QUOTA","failureType":"business","retry":"after_action","severity":"warning","message":"The quota of your plan is used up.",
                "cta":"CONTACT_ADMIN","nextSteps":[{"action":"contact_admin","params":{}}],"reason":"plan_quota"}}]}
      """;

  @TempDir Path folder = Path.of("");
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void saysEverythingThatTheRuleSays() throws IOException {
    Failed failed = new Failed().with(new IOException("Quota exceeded")).status(402, Map.of());
    Opinion opinion = asked(EXAMPLE, failed);
    assertEquals("rule:acme-quota", opinion.by());
    assertEquals(
        Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS)
            .retry(Retry.AFTER_ACTION)
            .severity(Severity.WARNING)
            .message("The quota of your plan is used up.")
            .callToAction("CONTACT_ADMIN")
            .nextStep(new NextStep("contact_admin", Map.of()))
            .reason("plan_quota")
            .confidence(Confidence.MEDIUM)
            .build(),
        opinion.diagnosis());
    assertEquals(List.of(), problems);
  }

  @Test
  void leavesAFailureAloneWhenOneConditionDoesNotHold() throws IOException {
    Failed other = new Failed().with(new IOException("Quota exceeded")).status(403, Map.of());
    assertEquals("built-in", asked(EXAMPLE, other).by());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"exception":"java.io.IOException"}          | true
          {"exception":"java.io.Closeable"}            | false
          {"exception":"java.io.Serializable"}         | true
          {"exception":"java.lang.IllegalStateException"} | true
          {"message":"^disk fu"}                       | true
          {"message":"full disk"}                      | false
          {"tool":"billing_???"}                       | true
          {"tool":"billing"}                           | false
          {"server":"*-billing"}                       | true
          {"method":"tools/*"}                         | true
          {"side":"server"}                            | false
          {"isError":false}                            | true
          {"httpStatus":500}                           | true
          {"httpStatus":[402,403]}                     | false
          {"peerCode":[-32050]}                        | false
          {"resultText":"."}                           | false
          """)
  void knowsEachCondition(String when, boolean isExpected) throws IOException {
    Failed failed =
        new Failed()
            .with(
                new IllegalStateException(
                    "outer",
                    new java.io.UncheckedIOException(
                        new java.nio.file.FileSystemException("a", "b", "disk full"))))
            .status(500, Map.of());
    failed.with(new IllegalStateException("disk full", new IOException("inner")));
    String by = asked(rule("r", when), failed).by();
    assertEquals(isExpected ? "rule:r" : "built-in", by);
  }

  @Test
  void takesTheFirstThatMatches() throws IOException {
    String two =
        "{\"rules\":["
            + one("a", "{\"tool\":\"x\"}")
            + ","
            + one("b", "{\"tool\":\"*\"}")
            + ","
            + one("c", "{\"tool\":\"*\"}")
            + "]}";
    assertEquals("rule:b", asked(two, new Failed()).by());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sever":"x"}       | unknown key "sever" in "when"    | did you mean server
          {"side":"clent"}    | "side" "clent" is unknown        | write one of client, server
          {"message":"("}     | "message" is not a regular expression | write one of java.util.regex
          {"httpStatus":"402"}| "httpStatus" is not a whole number  | write numbers like [402]
          {}                  | "when" has no condition          | say which failures are meant
          """)
  void saysWhereARuleIsWrongAndWhatWasMeant(String when, String what, String fix)
      throws IOException {
    String file =
        "{\"rules\":[\n  " + one("bad", when) + ",\n" + one("good", "{\"tool\":\"*\"}") + "]}";
    assertEquals("rule:good", asked(file, new Failed()).by(), "the other rule holds");
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).what().contains(what), problems::toString);
    assertTrue(problems.get(0).where().contains("line 2, column "), problems::toString);
    assertTrue(problems.get(0).fix().startsWith(fix), problems::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"rules":[                        | this is no JSON
          {"ruls":[]}                       | unknown key "ruls" in the file
          []                                | the file is not an object
          {"rules":[],"rules":[]}           | Duplicate
          """)
  void refusesAFileThatIsNone(String file, String what) throws IOException {
    assertEquals("built-in", asked(file, new Failed()).by());
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).what().contains(what), problems::toString);
    assertTrue(problems.get(0).where().contains("line 1, column "), problems::toString);
  }

  @Test
  void saysThatTheFileIsMissing() {
    Extensions extensions = extensions(folder.resolve("none.json"));
    assertEquals("built-in", extensions.ask(new Failed().question(), true).now().by());
    assertTrue(problems.get(0).sentence().contains("it does not exist"), problems::toString);
  }

  @Test
  void refusesACodeLikeOursThatIsNotOurs() throws IOException {
    asked(rule("r", "{\"tool\":\"*\"}").replace("ACME_QUOTA", "MCP_QUOTA"), new Failed());
    assertTrue(problems.get(0).what().contains("MCP_QUOTA is not in the catalogue"));
  }

  @Test
  void scrubsWhatTheRuleSays() throws IOException {
    String file =
        rule("r", "{\"tool\":\"*\"}")
            .replace(
                "\"failureType\"", "\"message\":\"use password=hunter22 now\",\"failureType\"");
    Opinion opinion = asked(file, new Failed());
    assertTrue(!opinion.diagnosis().message().contains("hunter22"), opinion::toString);
  }

  @Test
  void givesARegularExpressionTenMillisecondsThreeTimes() throws IOException {
    Extensions extensions = extensions(written(rule("slow", "{\"resultText\":\"(a*)*(b*)*c\"}")));
    Failed hostile = new Failed().result("a".repeat(4000));
    for (int i = 0; i < 3; i++) {
      assertEquals("built-in", extensions.ask(hostile.question(), true).now().by());
    }
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).what().contains("the rule slow took longer than 10 ms"));
    long start = System.nanoTime();
    extensions.ask(hostile.question(), true);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 10, "the rule is off");
  }

  private Opinion asked(String file, Failed failed) throws IOException {
    return extensions(written(file)).ask(failed.question(), true).now();
  }

  private Extensions extensions(Path file) {
    return new Extensions(
        List.of(),
        Duration.ofMillis(20),
        file.toString(),
        Redactor.standard(),
        work -> {
          throw new AssertionError("rules need no thread");
        },
        problems::add,
        line -> {});
  }

  private Path written(String file) throws IOException {
    return Files.writeString(folder.resolve("rules.json"), file);
  }

  private static String rule(String name, String when) {
    return "{\"rules\":[" + one(name, when) + "]}";
  }

  private static String one(String name, String when) {
    return "{\"name\":\"" + name + "\",\"when\":" + when + "," + THEN + "}";
  }
}
