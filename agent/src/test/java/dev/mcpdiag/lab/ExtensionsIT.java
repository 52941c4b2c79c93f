package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.extensions.AuthoredJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers and rules of users in a JVM of its own, judged by what the collector gets. */
class ExtensionsIT {
  private static final HttpPeer.Answer BUSY =
      Answers.result(
          "{\"content\":[{\"type\":\"text\",\"text\":\"catalogue busy\"}],\"isError\":true}");
  private static final String NAMES_IT =
      "return Optional.of(Diagnosis.of(\"ACME_BUSY\", FailureType.TRANSIENT).retry(Retry.YES)"
          + ".message(\"The catalogue is busy.\").build());";
  private static final String BUILT_IN = "MCP_TOOL_EXECUTION_FAILED";

  private static final String RULE =
      "{\"name\":\"r\",\"when\":{\"tool\":\"x\"},"
          + "\"then\":{\"code\":\"ACME_RULE\",\"failureType\":\"business\"}}";

  private static final long ON_A_BUSY_MACHINE = 150;

  @TempDir Path folder = Path.of("");

  @Test
  void namesTheFailureAsTheClassifierSays() throws IOException {
    Path jar = new AuthoredJar(folder).classifying("Busy", NAMES_IT).pack("busy.jar");
    ExtensionRun run = calls(5, "-Dmcpdiag.extensions=" + jar);
    assertEquals(Collections.nCopies(5, "ACME_BUSY"), run.codes(), run::stderr);
    OtlpEvent event = run.events().get(0);
    assertEquals("com.acme.Busy", event.text("mcpdiag.classified_by"));
    assertEquals("The catalogue is busy.", event.body());
    assertEquals("true", event.text("mcpdiag.retryable"));
    assertEquals(event.traceId(), event.text("mcpdiag.trace_id"));
    assertTrue(
        event.text("mcpdiag.because").endsWith("renamed from " + BUILT_IN + " by com.acme.Busy"),
        () -> event.text("mcpdiag.because"));
    assertTrue(!run.said("ACME_BUSY").isEmpty(), run::stderr);
  }

  @Test
  void keepsTheBuiltInCodeWhenTheClassifierThrows() throws IOException {
    Path jar =
        new AuthoredJar(folder)
            .classifying("Broken", "throw new StackOverflowError();")
            .classifying("Rubbish", "return null;")
            .pack("broken.jar");
    ExtensionRun run = calls(6, "-Dmcpdiag.extensions=" + jar);
    assertEquals(Collections.nCopies(6, BUILT_IN), run.codes(), run::stderr);
    assertEquals(1, run.said("the classifier com.acme.Broken failed 3 times").size(), run::stderr);
    assertEquals(1, run.said("the classifier com.acme.Rubbish failed 3 times").size(), run::stderr);
  }

  @Test
  void tellsTheAuthorsOfAllFaultsAtTheFirstFailure() throws IOException {
    String diagnosis = "return Optional.of(Diagnosis.of(\"%s\", FailureType.BUSINESS)%s.build());";
    Path jar =
        new AuthoredJar(folder)
            .type("AppException", "extends RuntimeException { }")
            .classifying("Throws", "throw new IllegalStateException(\"token=hunter22 no plan\");")
            .classifying("Null", "return null;")
            .classifying("Code", diagnosis.formatted("acme down", ""))
            .classifying("Cta", diagnosis.formatted("ACME_X", ".callToAction(\"RETRYY\")"))
            .classifying(
                "Links", "return (Object) call instanceof AppException ? null : Optional.empty();")
            .classifier(
                "Built",
                "public Built() { throw new IllegalStateException(\"no file\"); }"
                    + " public Optional<Diagnosis> classify(FailedCall call) { return null; }")
            .classifying("Busy", NAMES_IT)
            .packWithout("faults.jar", "AppException");
    Path rules =
        Files.writeString(folder.resolve("rules.json"), "{\"rules\":[%s]}".formatted(RULE));
    ExtensionRun run = calls(1, "-Dmcpdiag.extensions=" + jar, "-Dmcpdiag.rules.file=" + rules);
    assertEquals(List.of("ACME_BUSY"), run.codes(), run::stderr);
    for (String line :
        List.of(
            "[mcpdiag] 6 classifiers, 1 rule active",
            "com.acme.Throws failed (1 of 3) at com.acme.Throws.classify(Throws.java:1):"
                + " java.lang.IllegalStateException: token=",
            "com.acme.Null failed (1 of 3): it returned null",
            "com.acme.Code failed (1 of 3) at com.acme.Code.classify(Code.java:1): \"acme down\" is"
                + " not a code",
            "com.acme.Cta failed (1 of 3): the call to action \"RETRYY\" is unknown (faults.jar):"
                + " did you mean RETRY",
            "com.acme.Links failed (1 of 3) at com.acme.Links.classify(Links.java:1): it does not"
                + " see the class com.acme.AppException",
            "com.acme.Built could not be instantiated, because of java.lang.IllegalStateException:"
                + " no file at com.acme.Built.<init>(Built.java:1)")) {
      assertEquals(1, run.said(line).size(), () -> line + " is not in\n" + run.stderr());
    }
    assertTrue(run.said("hunter22").isEmpty(), run::stderr);
  }

  @Test
  void waitsNoLongerThanTheTimeOutForOneThatLoopsForEver() throws IOException {
    int good = 25;
    Path jar =
        new AuthoredJar(folder)
            .classifier(
                "Loop",
                "private int seen; public Optional<Diagnosis> classify(FailedCall call) {"
                    + "if (seen++ < 25) return Optional.empty();"
                    + "for (;;) try { Thread.sleep(1000); } catch (InterruptedException e) { } }")
            .pack("loop.jar");
    ExtensionRun run = calls(60, "-Dmcpdiag.extensions=" + jar);
    assertEquals(60, run.events().size(), run::stderr);
    assertEquals(Set.of(BUILT_IN), new TreeSet<>(run.codes()));
    assertEquals(1, run.said("com.acme.Loop took longer than 20 ms, 3 times").size(), run::stderr);
    String first = "com.acme.Loop took longer than 20 ms (1 of 3) at com.acme.Loop.classify(";
    assertEquals(1, run.said(first).size(), run::stderr);
    assertEquals(1, run.said("com.acme.Loop was late again (2 of 3)").size(), run::stderr);
    List<Long> millis = run.millis();
    long usual = median(millis.subList(good - 15, good));
    long delayed = millis.get(good) - usual;
    System.out.println("one endless call costs " + delayed + " ms beside " + usual + ": " + millis);
    assertTrue(delayed <= 20 + 5 + ON_A_BUSY_MACHINE, () -> "ms per call: " + millis);
    long after = Collections.min(millis.subList(good + 3, millis.size()));
    assertTrue(after < 20, () -> "it is not off: " + millis);
  }

  private static long median(List<Long> numbers) {
    return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
  }

  @Test
  void goesOnWithoutWhatCannotBeLoaded() throws IOException {
    Path corrupt = Files.writeString(folder.resolve("corrupt.jar"), "PK but no more");
    Path newer =
        new AuthoredJar(folder).classifying("Newer", NAMES_IT).packForClassVersion("newer.jar", 99);
    Path good = new AuthoredJar(folder).classifying("Busy", NAMES_IT).pack("good.jar");
    ExtensionRun run =
        calls(
            3,
            "-Dmcpdiag.extensions="
                + folder.resolve("missing.jar")
                + ","
                + corrupt
                + ","
                + newer
                + ","
                + good);
    assertEquals(Collections.nCopies(3, "ACME_BUSY"), run.codes(), run::stderr);
    for (String file : List.of("missing.jar", "corrupt.jar", "newer.jar")) {
      assertEquals(1, run.said(file).size(), run::stderr);
    }
  }

  @Test
  void followsTheRulesOfAFile() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"rules":[{"name":"busy",
              "when":{"side":"client","tool":"sea*","isError":true,"resultText":"(?i)BUSY"},
              "then":{"code":"ACME_RULED","failureType":"transient","retry":"yes","message":"Busy."}}]}
            """);
    ExtensionRun run = calls(3, "-Dmcpdiag.rules.file=" + rules);
    assertEquals(Collections.nCopies(3, "ACME_RULED"), run.codes(), run::stderr);
    assertEquals("rule:busy", run.events().get(0).text("mcpdiag.classified_by"));
    OtlpSpan failed =
        run.spans().stream()
            .filter(span -> span.traceId().equals(run.events().get(0).traceId()))
            .findFirst()
            .orElseThrow();
    assertEquals("ACME_RULED", failed.attributes().get("mcpdiag.code"));
  }

  @Test
  void loadsNothingOfItWithoutAnOption() throws IOException {
    Path classes = folder.resolve("classes.txt");
    calls(1, "-Xlog:class+load:file=" + classes);
    String loaded = Files.readString(classes);
    assertTrue(loaded.contains("dev.mcpdiag.call.Calls"), "the log shows the engine's classes");
    assertTrue(!loaded.contains("dev.mcpdiag.extensions."), "extensions were loaded");
  }

  @Test
  void tellsEachApplicationThroughItsOwnCopyOfTheApi() throws IOException {
    ExtensionRun run =
        ExtensionRun.of(folder, Answers.rpcError(-32000, "no"), "TwoApplications", 2, true);
    assertEquals(4, run.calls().size(), run::stderr);
    for (int i = 0; i < 4; i++) {
      String said = run.calls().get(i).split("\t")[3];
      String expected = "active=true Optional[" + run.codes().get(i) + " (";
      assertTrue(said.startsWith(expected), () -> said + " does not start with " + expected);
      assertTrue(said.contains(" debug id " + run.events().get(i).traceId()), said);
    }
  }

  private ExtensionRun calls(int count, String... options) throws IOException {
    return ExtensionRun.of(folder, BUSY, "TimedCalls", count, false, options);
  }
}
