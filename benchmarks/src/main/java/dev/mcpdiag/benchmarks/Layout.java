package dev.mcpdiag.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build put things.
 *
 * @param jar {@code benchmarks/target/mcpdiag-benchmarks.jar}, this program
 */
record Layout(Path jar) {

  static Layout here() {
    try {
      var source = Layout.class.getProtectionDomain().getCodeSource().getLocation();
      return new Layout(Path.of(source.toURI()).toAbsolutePath());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this program does not know its own jar", e);
    }
  }

  Path emptyAgent() {
    return jar.resolveSibling("mcpdiag-benchmarks-empty-agent.jar");
  }

  Path openTelemetryAgent() {
    return jar.resolveSibling("opentelemetry-javaagent.jar");
  }

  Path ourAgent() {
    return module().resolveSibling("agent").resolve("target").resolve("mcpdiag-agent.jar");
  }

  /** The stderr of every measured JVM, one file for each set-up and scenario. */
  Path logs() {
    return jar.resolveSibling("logs");
  }

  /**
   * @throws UsageException if the build has no class path for this version of the SDK
   */
  String classPath(String sdk) {
    Path libraries = module().resolve("sdk-" + sdk).resolve("target").resolve("lib");
    if (!Files.isDirectory(libraries)) {
      throw new UsageException(
          "No SDK " + sdk + " at " + libraries + ": build with -Pbenchmarks, or choose another.");
    }
    return jar + ":" + libraries + "/*";
  }

  private Path module() {
    return jar.resolve("..").resolve("..").normalize();
  }
}
