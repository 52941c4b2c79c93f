package dev.mcpdiag.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a classifier reads when the first failure shows what is wrong with it. */
class FaultsOfExtensionsTest {
  @TempDir Path folder = Path.of("");
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<String> news = Collections.synchronizedList(new ArrayList<>());

  @Test
  void nameTheAuthorsOwnFrame() throws IOException {
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3) at com.acme.Bad.deep(Bad.java:1):"
            + " java.lang.IllegalStateException: no plan (bad.jar): correct it; it may see any"
            + " failure",
        first(
            bad(
                "return deep(call); } private Optional<Diagnosis> deep(FailedCall call) { throw new"
                    + " IllegalStateException(\"no plan\");")));
  }

  @Test
  void nameTheFrameUnderThatOfALibrary() throws IOException {
    String said = first(bad("List.of().get(7); return null;"));
    assertTrue(
        said.startsWith(
            "the classifier com.acme.Bad failed (1 of 3) at com.acme.Bad.classify(Bad.java:1):"
                + " java.lang.ArrayIndexOutOfBoundsException: "),
        said);
  }

  @Test
  void sayWhatTheApiSays() throws IOException {
    String said =
        first(
            bad(
                "return Optional.of(Diagnosis.of(\"acme down\","
                    + " FailureType.BUSINESS).build());"));
    assertTrue(
        said.startsWith(
            "the classifier com.acme.Bad failed (1 of 3) at com.acme.Bad.classify(Bad.java:1):"
                + " \"acme down\" is not a code (Diagnosis.of): use two or more words of A-Z and"
                + " 0-9 joined by _"),
        said);
  }

  @Test
  void nameAClassThatIsNotThereAndTheWayAroundIt() throws IOException {
    String said =
        "it does not see the class com.acme.AppException (%s): a classifier sees the JDK,"
            + " dev.mcpdiag.api and its own jar, so match a class of the application by name, as"
            + " with call.isCausedBy(\"...\"), and put libraries into the jar";
    String asks =
        "return call.throwable().orElse(null) instanceof AppException ? null : Optional.empty();";
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3) at com.acme.Bad.classify(Bad.java:1): "
            + said.formatted("bad.jar"),
        first(withoutItsException(asks), new Failed().with(new IOException())));
    Path jar = withoutItsException("throw new AppException();");
    assertEquals(
        "a classifier cannot be used: com.acme.Bad Unable to get public no-arg constructor,"
            + " because of "
            + said.formatted("mcpdiag.extensions, " + jar),
        first(jar, new Failed()));
  }

  private Path withoutItsException(String body) throws IOException {
    return new AuthoredJar(folder)
        .type("AppException", "extends RuntimeException { }")
        .classifying("Bad", body)
        .packWithout("bad.jar", "AppException");
  }

  @Test
  void ofAWordThatNobodyUnderstandsNameTheOneThatWasMeant() throws IOException {
    String diagnosis =
        "return Optional.of(Diagnosis.of(\"ACME_X\", FailureType.BUSINESS)%s.build());";
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3): the call to action \"CONTACT_ADMINS\" is"
            + " unknown (bad.jar): did you mean CONTACT_ADMIN",
        first(bad(diagnosis.formatted(".callToAction(\"CONTACT_ADMINS\")"))));
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3): the action of a next step \"retry_sam\" is"
            + " unknown (bad.jar): did you mean retry_same",
        first(bad(diagnosis.formatted(".nextStep(new NextStep(\"retry_sam\", Map.of()))"))));
  }

  @Test
  void sayThatNullIsNoAnswer() throws IOException {
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3): it returned null (bad.jar): return"
            + " Optional.empty() for what is not its own",
        first(bad("return null;")));
  }

  @Test
  void repeatNoSecretAndNoLongText() throws IOException {
    String said =
        first(
            bad(
                "throw new IllegalStateException(\"password=hunter22 \" + \"x y"
                    + " \".repeat(5000));"));
    assertFalse(said.contains("hunter22"), said);
    assertTrue(said.length() < 600, () -> said.length() + " characters");
  }

  @Test
  void areToldEvenWhereTheMessageThrows() throws IOException {
    AuthoredJar jar =
        new AuthoredJar(folder)
            .type(
                "Spite", "extends RuntimeException { public String getMessage() { throw this; } }")
            .classifying("Bad", "throw new Spite();");
    assertEquals(
        "the classifier com.acme.Bad failed (1 of 3): com.acme.Spite (bad.jar): correct it; it may"
            + " see any failure",
        first(jar.pack("bad.jar")));
  }

  @Test
  void areToldInFullShortlyAndForTheLastTime() throws IOException {
    Path jar = bad("throw new IllegalStateException(\"x\");");
    ask(extensions(List.of(jar.toString()), ""), 5);
    String where = " at com.acme.Bad.classify(Bad.java:1): java.lang.IllegalStateException: x";
    assertEquals(
        List.of(
            "the classifier com.acme.Bad failed (1 of 3)" + where,
            "the classifier com.acme.Bad failed again (2 of 3)",
            "the classifier com.acme.Bad failed 3 times, at last"
                + where
                + "; it is off until the JVM ends"),
        problems.stream().map(Problem::what).toList());
  }

  @Test
  void ofAConstructorNameTheFrameAndLeaveTheOtherClassifier() throws IOException {
    Path jar =
        new AuthoredJar(folder)
            .classifier(
                "Broken",
                "public Broken() { throw new IllegalStateException(\"no file\"); }"
                    + " public Optional<Diagnosis> classify(FailedCall call) { return null; }")
            .classifier(
                "Static",
                "static final int N = Integer.parseInt(\"x\");"
                    + " public Optional<Diagnosis> classify(FailedCall call) { return null; }")
            .classifying("Good", "return Optional.empty();")
            .pack("two.jar");
    ask(extensions(List.of(jar.toString()), ""), 1);
    assertEquals(2, problems.size(), problems::toString);
    assertEquals(
        "a classifier cannot be used: Provider com.acme.Broken could not be instantiated, because"
            + " of java.lang.IllegalStateException: no file at"
            + " com.acme.Broken.<init>(Broken.java:1)",
        problems.get(0).what());
    assertTrue(
        problems.get(1).what().endsWith(" at com.acme.Static.<clinit>(Static.java:1)"),
        problems.get(1)::what);
    assertEquals(List.of("1 classifier active"), news);
  }

  @Test
  void areNotHiddenByWhatIsActive() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            "{\"rules\":[{\"name\":\"r\",\"when\":{\"tool\":\"x\"},"
                + "\"then\":{\"code\":\"ACME_RULE\",\"failureType\":\"business\"}},"
                + "{\"name\":\"broken\"}]}");
    extensions(List.of(), rules.toString());
    assertEquals(List.of("1 rule active"), news);
    news.clear();
    Path jar =
        new AuthoredJar(folder)
            .classifying("One", "return Optional.empty();")
            .classifying("Two", "return Optional.empty();")
            .pack("two.jar");
    ask(extensions(List.of(jar.toString()), rules.toString()), 2);
    assertEquals(List.of("2 classifiers, 1 rule active"), news);
    news.clear();
    ask(extensions(List.of(folder.resolve("none.jar").toString()), ""), 2);
    assertEquals(List.of(), news);
  }

  private Path bad(String body) throws IOException {
    return new AuthoredJar(folder).classifying("Bad", body).pack("bad.jar");
  }

  private String first(Path jar) {
    return first(jar, new Failed());
  }

  private String first(Path jar, Failed failed) {
    problems.clear();
    extensions(List.of(jar.toString()), "").ask(failed.question(), true).settled();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0).sentence();
  }

  private static void ask(Extensions extensions, int times) {
    for (int i = 0; i < times; i++) {
      assertEquals("built-in", extensions.ask(new Failed().question(), true).settled().by());
    }
  }

  private Extensions extensions(List<String> jars, String rules) {
    return new Extensions(
        jars,
        Duration.ofMillis(300),
        rules,
        Redactor.standard(),
        FaultsOfExtensionsTest::daemon,
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
