package dev.mcpdiag.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.call.Diagnoser;
import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifiersTest {
  /** Long enough for a busy machine; what must be late is late by much more. */
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  private static final String SAYS =
      "return Optional.of(Diagnosis.of(\"%s\", FailureType.BUSINESS).message(\"%s\").build());";
  private static final String LOOPS =
      "for (;;) { if (call == null) break; } return Optional.empty();";

  @TempDir Path folder = Path.of("");
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<String> news = Collections.synchronizedList(new ArrayList<>());

  @Test
  void renameAFailure() throws IOException {
    Opinion opinion = asked(jar(says("Quota", "ACME_QUOTA")), new Failed());
    assertEquals("ACME_QUOTA", opinion.diagnosis().code());
    assertEquals("com.acme.Quota", opinion.by());
    assertEquals(List.of(), problems);
  }

  @Test
  void areAskedByTheirOrderAndBeforeTheRules() throws IOException {
    Path late = jar(says("Late", "ACME_LATE"));
    Path early =
        new AuthoredJar(folder)
            .classifier(
                "Early",
                "public int order() { return -1; }"
                    + " public Optional<Diagnosis> classify(FailedCall call) {"
                    + SAYS.formatted("ACME_EARLY", "x")
                    + "}")
            .pack("zz-early.jar");
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            "{\"rules\":[{\"name\":\"r\",\"when\":{\"tool\":\"*\"},"
                + "\"then\":{\"code\":\"ACME_RULE\",\"failureType\":\"business\"}}]}");
    Extensions both = extensions(List.of(late.toString(), early.toString()), rules.toString());
    assertEquals("com.acme.Early", both.ask(new Failed().question(), true).settled().by());
    Path silent =
        new AuthoredJar(folder).classifying("Silent", "return Optional.empty();").pack("s.jar");
    Extensions ruled = extensions(List.of(silent.toString()), rules.toString());
    assertEquals("rule:r", ruled.ask(new Failed().question(), true).settled().by());
  }

  @Test
  void seeTheWholeCall() throws IOException {
    String echo =
        "String seen = call.side() + \" \" + call.transport() + \" \" + call.phase() + \" \" +"
            + " call.method() + \" \" + call.target().get() + \" \" + call.serverName() + \" \" +"
            + " call.throwable().get().getClass().getSimpleName() + \" \" +"
            + " call.isCausedBy(\"java.io.IOException\") + call.isCausedBy(\"java.lang.Runnable\")"
            + " + \" \" + call.httpStatus().getAsInt() + call.httpHeaders() + \" exit \" +"
            + " call.processExit().getAsInt() + \" \" + call.elapsed() + \" \" +"
            + " call.timeout().get() + \" \" + call.facts() + \" \" + call.builtIn().code() +"
            + " call.builtIn().debugId(); return"
            + " Optional.of(call.builtIn().toBuilder().message(seen).build());";
    Path jar = new AuthoredJar(folder).classifying("Echo", echo).pack("echo.jar");
    Failed failed =
        new Failed()
            .with(new IllegalStateException("x", new java.net.ConnectException("no")))
            .exit(3)
            .status(
                429,
                Map.of(
                    "Retry-After",
                    List.of("7"),
                    "Set-Cookie",
                    List.of("id=1"),
                    "CF-Ray",
                    List.of("8a")));
    assertEquals(
        "CLIENT STREAMABLE_HTTP CALL tools/call billing_pay acme-billing IllegalStateException"
            + " truefalse 429{cf-ray=present, retry-after=7} exit 3 PT0.04S PT3S"
            + " [Fact[at=2026-11-22T11:59:59.998Z, scope=CONNECTION, kind=process.exit, value=3],"
            + " Fact[at=2026-11-22T11:59:59.999Z, scope=CALL, kind=http.status, value=429]]"
            + " MCP_UNKNOWNOptional.empty",
        asked(jar, failed).diagnosis().message());
  }

  @Test
  void losesTheThrowableWhenTheirTurnIsOver() throws IOException {
    String keep =
        "if (kept == null) { kept = call; return Optional.empty(); }"
            + " return Optional.of(call.builtIn().toBuilder().message(\"kept \""
            + " + kept.throwable().isPresent() + call.throwable().isPresent()).build());";
    Path jar =
        new AuthoredJar(folder)
            .classifier(
                "Keeper",
                "private FailedCall kept; public Optional<Diagnosis> classify(FailedCall call) {"
                    + keep
                    + "}")
            .pack("keeper.jar");
    Extensions extensions = extensions(List.of(jar.toString()), "");
    Failed failed = new Failed().with(new IOException("lost"));
    extensions.ask(failed.question(), true).settled();
    Opinion second = extensions.ask(failed.question(), true).settled();
    assertEquals("kept falsetrue", second.diagnosis().message());
  }

  @Test
  void seeTheJdkAndTheApiOnly() throws IOException {
    String look =
        "String found = \"\"; for (String name : List.of(\"dev.mcpdiag.api.Diagnosis\","
            + " \"dev.mcpdiag.call.Calls\", \"org.junit.jupiter.api.Test\","
            + " \"java.sql.Connection\")) try { Class.forName(name); found += name + \" \"; } catch"
            + " (Throwable e) { } return"
            + " Optional.of(call.builtIn().toBuilder().message(found).build());";
    Path jar = new AuthoredJar(folder).classifying("Look", look).pack("look.jar");
    assertEquals(
        "dev.mcpdiag.api.Diagnosis java.sql.Connection",
        asked(jar, new Failed()).diagnosis().message().strip());
  }

  @Test
  void cannotLeakOrFlood() throws IOException {
    String said =
        "return Optional.of(Diagnosis.of(\"ACME_LEAK\","
            + " FailureType.INTERNAL).message(\"password=hunter22 \" + \"x y"
            + " \".repeat(900)).nextStep(new NextStep(\"wait\", Map.of(\"a\", \"token=hunter22\","
            + " \"b\", new Object()))).build());";
    Path jar = new AuthoredJar(folder).classifying("Leak", said).pack("leak.jar");
    var diagnosis = asked(jar, new Failed()).diagnosis();
    assertTrue(diagnosis.message().length() <= 500, () -> "" + diagnosis.message().length());
    assertFalse(diagnosis.message().contains("hunter22"), diagnosis::message);
    assertFalse(diagnosis.nextSteps().toString().contains("hunter22"), diagnosis::toString);
    assertEquals(1, diagnosis.nextSteps().get(0).params().size(), diagnosis::toString);
  }

  @Test
  void areSwitchedOffAfterThreeFaults() throws IOException {
    for (String body :
        List.of(
            "throw new IllegalStateException(\"x\");",
            "return null;",
            SAYS.formatted("MCP_MINE", "x"),
            SAYS.formatted("quota", "x"))) {
      problems.clear();
      Path jar = new AuthoredJar(folder).classifying("Bad", body).pack("bad.jar");
      Extensions extensions = extensions(List.of(jar.toString()), "");
      for (int i = 0; i < 5; i++) {
        assertEquals("built-in", extensions.ask(new Failed().question(), true).settled().by());
      }
      assertEquals(3, problems.size(), () -> body + problems);
      assertTrue(
          problems.get(2).what().startsWith("the classifier com.acme.Bad failed 3 times"),
          problems::toString);
    }
  }

  @Test
  void thatLoopForEverHoldUpNobodyForLong() throws IOException {
    Path loop = new AuthoredJar(folder).classifying("Loop", LOOPS).pack("a-loop.jar");
    Path good = jar(says("Good", "ACME_GOOD"));
    Extensions extensions =
        new Extensions(
            List.of(loop.toString(), good.toString()),
            Duration.ofMillis(50),
            "",
            Redactor.standard(),
            ClassifiersTest::daemon,
            problems::add,
            news::add);
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      Diagnoser.Answer answer = extensions.ask(new Failed().question(), true);
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 50 + 100, () -> "waited " + millis + " ms");
      assertEquals("com.acme.Good", answer.settled().by(), "the next one is asked all the same");
    }
    assertEquals(
        List.of(
            "the classifier com.acme.Loop took longer than 500 ms (1 of 3) at"
                + " com.acme.Loop.classify(Loop.java:1)",
            "the classifier com.acme.Loop was late again (2 of 3)",
            "the classifier com.acme.Loop took longer than 50 ms, 3 times; it is off until the JVM"
                + " ends"),
        problems.stream().map(Problem::what).toList());
  }

  @Test
  void doNotKeepAThreadThatMustNotWait() throws IOException {
    Path jar =
        new AuthoredJar(folder)
            .classifying(
                "Slow",
                "try { Thread.sleep(150); } catch (InterruptedException e) { }"
                    + SAYS.formatted("ACME_SLOW", "x"))
            .pack("slow.jar");
    Extensions extensions = extensions(List.of(jar.toString()), "");
    Diagnoser.Answer answer = extensions.ask(new Failed().question(), false);
    assertEquals("built-in", answer.now().by());
    assertFalse(answer.isSettled());
    assertEquals("com.acme.Slow", answer.settled().by(), "the event gets it");
  }

  @Test
  void leaveAnInterruptedThreadInterrupted() throws IOException {
    Extensions extensions = extensions(List.of(jar(says("Quota", "ACME_QUOTA")).toString()), "");
    Thread.currentThread().interrupt();
    Diagnoser.Answer answer = extensions.ask(new Failed().question(), true);
    assertTrue(Thread.interrupted());
    assertEquals("com.acme.Quota", answer.settled().by());
  }

  @Test
  void thatCannotBeLoadedGetOneSentenceEach() throws IOException {
    Path rubbish = Files.writeString(folder.resolve("rubbish.jar"), "no jar at all");
    Path none = new AuthoredJar(folder).type("Plain", "{ }").pack("none.jar");
    Path newer =
        new AuthoredJar(folder)
            .classifying("Newer", "return Optional.empty();")
            .packForClassVersion("newer.jar", 99);
    Path mixed =
        new AuthoredJar(folder)
            .service("Missing")
            .type("Stranger", "{ }")
            .service("Stranger")
            .classifier(
                "Thrower",
                "public Thrower() { throw new IllegalStateException(); }"
                    + " public Optional<Diagnosis> classify(FailedCall call) { return null; }")
            .classifying("Good", SAYS.formatted("ACME_GOOD", "x"))
            .pack("mixed.jar");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Extensions extensions =
        extensions(
            List.of(
                folder.resolve("gone.jar").toString(),
                empty.toString(),
                rubbish.toString(),
                none.toString(),
                newer.toString(),
                mixed.toString()),
            "");
    assertEquals("com.acme.Good", extensions.ask(new Failed().question(), true).settled().by());
    String all = String.join("\n", problems.stream().map(Problem::sentence).toList());
    for (String part :
        List.of(
            "it does not exist (mcpdiag.extensions=",
            "there is no jar in this folder",
            "this is not a jar that can be read",
            "the jar offers no classifier",
            "compiled for a newer Java",
            "Provider com.acme.Missing not found",
            "com.acme.Stranger not a subtype",
            "Provider com.acme.Thrower could not be instantiated")) {
      assertTrue(all.contains(part), () -> part + " is not in:\n" + all);
    }
    assertEquals(8, problems.size(), all);
  }

  @Test
  void loadEveryJarOfAFolder() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    new AuthoredJar(jars).classifying("One", "return Optional.empty();").pack("one.jar");
    new AuthoredJar(jars).classifying("Two", SAYS.formatted("ACME_TWO", "x")).pack("two.jar");
    Extensions extensions = extensions(List.of(jars.toString()), "");
    assertEquals("com.acme.Two", extensions.ask(new Failed().question(), true).settled().by());
  }

  private static AuthoredJar named(Path folder, String name, String code) {
    return new AuthoredJar(folder).classifying(name, SAYS.formatted(code, "x"));
  }

  private AuthoredJar says(String name, String code) {
    return named(folder, name, code);
  }

  private static Path jar(AuthoredJar authored) throws IOException {
    return authored.pack("classifier.jar");
  }

  private Opinion asked(Path jar, Failed failed) {
    return extensions(List.of(jar.toString()), "").ask(failed.question(), true).settled();
  }

  private Extensions extensions(List<String> jars, String rules) {
    return new Extensions(
        jars,
        TIMEOUT,
        rules,
        Redactor.standard(),
        ClassifiersTest::daemon,
        problems::add,
        news::add);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "test-classify");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
