package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcpdiag.hook.Companion;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What does not link stays dark in silence, so somebody has to look. */
class EveryAdapterLinksIT {
  @TestFactory
  Stream<DynamicTest> toEverySdk() {
    return SdkVersions.chosen().stream()
        .map(version -> dynamicTest(version, () -> allLink(SdkClasspath.of(version), version)));
  }

  @TestFactory
  Stream<DynamicTest> toEverySdkWithWebFlux() {
    return SdkVersions.chosen().stream()
        .filter(version -> SdkVersions.has(version, Scenario.Wire.WEBFLUX))
        .map(
            version ->
                dynamicTest(version, () -> allLink(SdkClasspath.withWebFlux(version), version)));
  }

  private static void allLink(String classpath, String version)
      throws ReflectiveOperationException, IOException {
    List<String> problems = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    try (URLClassLoader application =
        new URLClassLoader(urls(classpath), ClassLoader.getPlatformClassLoader())) {
      new Companion(problem -> problems.add(problem.toString()), null, null, null, true, true, null)
          .make(application, versions::add);
    }
    assertEquals(List.of(), problems);
    assertEquals(List.of(version), versions);
  }

  private static URL[] urls(String classpath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
