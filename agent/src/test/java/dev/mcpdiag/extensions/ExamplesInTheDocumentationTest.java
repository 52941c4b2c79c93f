package dev.mcpdiag.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.redact.Redactor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/extensions.md shows compiles, runs and does what the page says. */
class ExamplesInTheDocumentationTest {
  private static final Path PAGE = Path.of("../docs/extensions.md");
  private static final Failed BUSY = new Failed().result("The shelf could not be searched.");
  private static final Failed HEALTHY = new Failed().result("no such book");

  @TempDir Path folder = Path.of("");
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<String> classes = new ArrayList<>();

  @BeforeEach
  void readThePage() throws Exception {
    String page = Files.readString(PAGE);
    for (String block : page.split("```java\n", -1)) {
      if (block.startsWith("public final class ")) {
        classes.add(block.substring(0, block.indexOf("```")));
      }
    }
  }

  @Test
  void areFour() {
    assertEquals(
        List.of("CatalogueBusy", "QuotaUsedUp", "GatewayFull", "FriendlyBilling"),
        classes.stream().map(ExamplesInTheDocumentationTest::name).toList());
  }

  @Test
  void theTextOfAFailedResult() throws Exception {
    Diagnosis said = asked("CatalogueBusy", BUSY).diagnosis();
    assertEquals("EXAMPLE_CATALOGUE_BUSY", said.code());
    assertEquals(Optional.of(Duration.ofSeconds(30)), said.retryAfter());
    assertEquals("built-in", asked("CatalogueBusy", HEALTHY).by());
  }

  @Test
  void anExceptionOfTheApplication() throws Exception {
    Path application =
        new AuthoredJar(folder).type("QuotaException", "extends RuntimeException {}").pack("a.jar");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {application.toUri().toURL()})) {
      Throwable quota =
          (Throwable) loader.loadClass("com.acme.QuotaException").getConstructor().newInstance();
      Failed failed = new Failed().with(new IllegalStateException("no", quota));
      Diagnosis said = asked("QuotaUsedUp", failed).diagnosis();
      assertEquals("ACME_QUOTA", said.code());
      assertEquals("https://acme.example/help/quota", said.documentation());
      assertEquals("built-in", asked("QuotaUsedUp", HEALTHY).by());
    }
  }

  @Test
  void aStatusWithADelay() throws Exception {
    Failed full = new Failed().status(529, Map.of("Retry-After", List.of("7")));
    Diagnosis said = asked("GatewayFull", full).diagnosis();
    assertEquals("ACME_GATEWAY_FULL", said.code());
    assertEquals(Optional.of(Duration.ofSeconds(7)), said.retryAfter());
    assertEquals("built-in", asked("GatewayFull", HEALTHY).by());
  }

  @Test
  void theBuiltInDiagnosisWithAnotherMessage() throws Exception {
    Diagnosis said = asked("FriendlyBilling", HEALTHY).diagnosis();
    assertEquals(Failed.BUILT_IN.code(), said.code());
    assertEquals("Billing is not available.", said.message());
  }

  @Test
  void aRuleWithoutCode() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("```json\n") + "```json\n".length();
    String shown = page.substring(begin, page.indexOf("```", begin));
    Path rules = Files.writeString(folder.resolve("rules.json"), shown);
    Extensions ruled = extensions(List.of(), rules.toString());
    Failed failed = new Failed().result("Quota exceeded for this month");
    Opinion opinion = ruled.ask(failed.question(), true).settled();
    assertEquals("rule:acme-quota", opinion.by());
    assertEquals("The quota of your plan is used up.", opinion.diagnosis().message());
    assertEquals("built-in", ruled.ask(HEALTHY.question(), true).settled().by());
  }

  private Opinion asked(String name, Failed failed) throws Exception {
    String source = classes.stream().filter(s -> name(s).equals(name)).findFirst().orElseThrow();
    String rest = source.substring(source.indexOf(name) + name.length());
    Path jar = new AuthoredJar(folder).type(name, rest).service(name).pack(name + ".jar");
    Opinion said = extensions(List.of(jar.toString()), "").ask(failed.question(), true).settled();
    assertTrue(problems.isEmpty(), problems::toString);
    return said;
  }

  private static String name(String source) {
    return source.split(" ", 5)[3];
  }

  private Extensions extensions(List<String> jars, String rules) {
    return new Extensions(
        jars,
        Duration.ofSeconds(2),
        rules,
        Redactor.standard(),
        ExamplesInTheDocumentationTest::daemon,
        problems::add,
        line -> {});
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "test-classify");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
