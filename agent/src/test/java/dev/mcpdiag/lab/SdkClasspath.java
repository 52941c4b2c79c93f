package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class path of an application on one SDK version: the SDK, Tomcat, a logger to stderr, and the
 * lab's own application compiled against them. Resolved by Maven, once per {@code target}
 * directory.
 */
public final class SdkClasspath {
  private static final ConcurrentHashMap<String, String> RESOLVED = new ConcurrentHashMap<>();

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>dev.mcpdiag.lab</groupId>
        <artifactId>application</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <dependencies>
          <dependency>
            <groupId>io.modelcontextprotocol.sdk</groupId>
            <artifactId>mcp</artifactId>
            <version>%s</version>
          </dependency>
          <dependency>
            <groupId>org.apache.tomcat.embed</groupId>
            <artifactId>tomcat-embed-core</artifactId>
            <version>%s</version>
          </dependency>
          <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-simple</artifactId>
            <version>%s</version>
          </dependency>
          %s
        </dependencies>
      </project>
      """;

  private static final String WEBFLUX =
      """
      <dependency>
        <groupId>%s</groupId>
        <artifactId>mcp-spring-webflux</artifactId>
        <version>%s</version>
      </dependency>
      <dependency>
        <groupId>org.springframework</groupId>
        <artifactId>spring-context</artifactId>
        <version>%s</version>
      </dependency>
      <dependency>
        <groupId>io.projectreactor.netty</groupId>
        <artifactId>reactor-netty-http</artifactId>
        <version>1.2.1</version>
      </dependency>
      """;

  private SdkClasspath() {}

  /** The class path, ready for {@code java -cp}. */
  public static synchronized String of(String version) {
    return RESOLVED.computeIfAbsent(version, ignored -> prepared(version, version, ""));
  }

  /**
   * The same with the WebFlux transports: of the SDK up to 0.18, of Spring AI for 2.x. Those of
   * Spring AI stay as they are while the SDK moves on.
   */
  static synchronized String withWebFlux(String version) {
    String more =
        version.startsWith("0.")
            ? WEBFLUX.formatted("io.modelcontextprotocol.sdk", version, "6.2.1")
            : WEBFLUX.formatted("org.springframework.ai", "2.0.0", "7.0.8");
    return RESOLVED.computeIfAbsent(version + "-webflux", name -> prepared(name, version, more));
  }

  /** The same with more dependencies, under a name of its own. */
  static synchronized String with(String name, String version, String more) {
    return RESOLVED.computeIfAbsent(name, ignored -> prepared(name, version, more));
  }

  private static String prepared(String name, String version, String more) {
    try {
      String jars = jars(name, version, more);
      return LabSources.compiled(name, jars) + File.pathSeparator + jars;
    } catch (IOException e) {
      throw new IllegalStateException("no class path for SDK " + name, e);
    }
  }

  private static String jars(String name, String version, String more) throws IOException {
    Path cache = LabSettings.target().resolve("sdk").resolve(name + ".classpath");
    if (Files.isRegularFile(cache)) {
      String known = Files.readString(cache).strip();
      if (List.of(known.split(File.pathSeparator)).stream()
          .allMatch(jar -> new File(jar).exists())) {
        return known;
      }
    }
    Path pom = LabSettings.target().resolve("sdk").resolve(name).resolve("pom.xml");
    Files.createDirectories(pom.getParent());
    Files.writeString(
        pom,
        POM.formatted(
            version,
            System.getProperty("mcpdiag.tomcat.version", "11.0.14"),
            System.getProperty("mcpdiag.slf4j.version", "2.0.17"),
            more));
    resolve(name, pom, cache);
    return Files.readString(cache).strip();
  }

  private static void resolve(String name, Path pom, Path result) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(LabSettings.mavenHome().resolve("bin").resolve("mvn").toString());
    command.addAll(List.of("-q", "-B", "-f", pom.toString()));
    addSetting(command, "-Dmaven.repo.local=", "mcpdiag.maven.repository");
    addSetting(command, "--settings=", "mcpdiag.maven.settings");
    if ("offline:true".equals(LabSettings.optional("mcpdiag.maven.offline"))) {
      command.add("-o");
    }
    command.add("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath");
    command.add("-Dmdep.outputFile=" + result);
    command.add("-Dmdep.pathSeparator=" + File.pathSeparator);
    try (ChildJvm maven = ChildJvm.run(command)) {
      int exit = maven.await(Duration.ofMinutes(4));
      if (exit != 0) {
        throw new IOException("Maven could not resolve SDK " + name + ": " + maven.stdoutText());
      }
    }
  }

  private static void addSetting(List<String> command, String option, String key) {
    String value = LabSettings.optional(key);
    String file = value == null ? "" : value.replaceFirst("^file:", "");
    if (new File(file).exists()) {
      command.add(option + file);
    }
  }
}
