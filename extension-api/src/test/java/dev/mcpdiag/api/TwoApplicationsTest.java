package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two web applications in one JVM, each with its own copy of the API, and one agent. */
class TwoApplicationsTest {
  private static final URL API =
      Diagnosis.class.getProtectionDomain().getCodeSource().getLocation();

  @Test
  void hearFromTheAgentThroughJdkTypesOnly() throws Exception {
    Throwable failure = new IllegalStateException("busy");
    BiFunction<String, @Nullable Object, @Nullable Object> agent =
        (operation, input) -> input == failure ? Carrier.toMap(Samples.everythingSaid()) : null;
    try (URLClassLoader first = application();
        URLClassLoader second = application()) {
      Object one = diagnosisSeenBy(first, agent, failure);
      Object other = diagnosisSeenBy(second, agent, failure);
      assertNotSame(one.getClass(), other.getClass());
      assertNotSame(Diagnosis.class, one.getClass());
      assertEquals(Samples.everythingSaid().toString(), one.toString());
      assertEquals(Samples.everythingSaid().toString(), other.toString());
    }
  }

  private static URLClassLoader application() {
    return new URLClassLoader(new URL[] {API}, ClassLoader.getPlatformClassLoader());
  }

  private static Object diagnosisSeenBy(ClassLoader application, Object agent, Throwable failure)
      throws ReflectiveOperationException {
    var link = application.loadClass("dev.mcpdiag.api.AgentLink").getDeclaredField("link");
    link.setAccessible(true);
    link.set(null, agent);
    Method find =
        application.loadClass("dev.mcpdiag.api.McpDiagnostics").getMethod("find", Throwable.class);
    return ((Optional<?>) find.invoke(null, failure)).orElseThrow();
  }
}
