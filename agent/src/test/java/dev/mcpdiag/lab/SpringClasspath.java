package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class path of an application on Spring: the transports of the SDK's own jars with Spring 6, or
 * those of Spring AI with Spring 7, and what of Spring AI goes with the SDK version.
 */
final class SpringClasspath {
  private static final ConcurrentHashMap<String, String> RESOLVED = new ConcurrentHashMap<>();
  private static final String ANNOTATIONS = "org.springframework.ai.mcp.annotation.";
  private static final String OLD_ANNOTATIONS = "org.springaicommunity.mcp.annotation.";

  private SpringClasspath() {}

  /** Whether there are Spring transports for an SDK version: 0.18 and 1.x have none. */
  static boolean isThereFor(String version) {
    return version.startsWith("2.") || (version.startsWith("0.") && !version.startsWith("0.18."));
  }

  /** Whether Spring AI makes tools of annotated methods with this SDK version. */
  static boolean hasAnnotations(String version) {
    return List.of("0.16.0", "0.17.2").contains(version) || version.startsWith("2.");
  }

  /** Whether Spring AI offers the tools of a model with this SDK version. */
  static boolean hasCallbacks(String version) {
    return hasAnnotations(version) || version.startsWith("0.10.");
  }

  static synchronized String of(String version) {
    return RESOLVED.computeIfAbsent(version, SpringClasspath::prepared);
  }

  private static String prepared(String version) {
    try {
      String classpath = SdkClasspath.of(pom(version));
      Path classes = LabSettings.target().resolve("sdk").resolve(version + "-spring");
      StringBuilder all = new StringBuilder();
      for (Path sources : sources(version)) {
        String known = all + classpath;
        Path compiled = classes.resolve("spring-classes").resolve(sources.getFileName().toString());
        all.append(LabSources.compiled(sources, compiled, known)).append(File.pathSeparator);
      }
      return all + classpath;
    } catch (IOException e) {
      throw new IllegalStateException("no class path for Spring and SDK " + version, e);
    }
  }

  private static List<Path> sources(String version) throws IOException {
    Path apps = LabSettings.apps().resolveSibling("springapps");
    if (hasAnnotations(version)) {
      Path annotations = apps.resolve("annotations");
      return List.of(
          apps.resolve("transports"),
          apps.resolve("callbacks"),
          version.startsWith("2.") ? annotations : withOldNames(annotations, version));
    }
    return hasCallbacks(version)
        ? List.of(apps.resolve("transports"), apps.resolve("callbacks"))
        : List.of(apps.resolve("transports"));
  }

  /** The annotations moved into Spring AI as they were, to another package. */
  private static Path withOldNames(Path sources, String version) throws IOException {
    Path copies =
        LabSettings.target().resolve("sdk").resolve(version + "-spring").resolve("annotations");
    for (Path source : LabSources.in(sources)) {
      Path copy = copies.resolve(sources.relativize(source).toString());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, Files.readString(source).replace(ANNOTATIONS, OLD_ANNOTATIONS));
    }
    return copies;
  }

  static LabPom pom(String version) {
    return new LabPom(version + "-spring", version, more(version));
  }

  private static String more(String version) {
    boolean isNew = version.startsWith("2.");
    String ai = isNew ? "2.0.0" : version.startsWith("0.10.") ? "1.0.3" : "1.1.2";
    String spring = isNew ? "7.0.8" : "6.2.14";
    String group = isNew ? "org.springframework.ai" : "io.modelcontextprotocol.sdk";
    StringBuilder more = new StringBuilder();
    for (String module : List.of("webmvc", "webflux")) {
      more.append(LabPom.dependency(group, "mcp-spring-" + module, isNew ? ai : version));
      more.append(LabPom.dependency("org.springframework", "spring-" + module, spring));
    }
    for (String module : List.of("context", "web", "core", "beans", "aop", "expression")) {
      more.append(LabPom.dependency("org.springframework", "spring-" + module, spring));
    }
    if (!isNew) { // the schema generator of Spring AI brings an older half of it
      for (String module : List.of("core", "databind")) {
        more.append(LabPom.dependency("com.fasterxml.jackson.core", "jackson-" + module, "2.19.4"));
      }
    }
    more.append(LabPom.dependency("io.projectreactor.netty", "reactor-netty-http", "1.2.1"));
    if (hasCallbacks(version)) {
      more.append(LabPom.dependency("org.springframework.ai", "spring-ai-mcp", ai));
    }
    if (hasAnnotations(version)) {
      more.append(
          isNew
              ? LabPom.dependency("org.springframework.ai", "spring-ai-mcp-annotations", ai)
              : LabPom.dependency("org.springaicommunity", "mcp-annotations", "0.8.0"));
    }
    return more.toString();
  }
}
