package dev.mcpdiag.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * The dependencies of an application of the lab: an SDK, Tomcat, a logger to stderr, and what else
 * it is built on.
 *
 * @param name also of the folder below {@code target/sdk}
 * @param more further dependencies, as XML
 */
record LabPom(String name, String version, String more) {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>dev.mcpdiag.lab</groupId>
        <artifactId>application-%s</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <dependencies>
      %s
        </dependencies>
      </project>
      """;

  /** Nothing but the SDK. */
  static LabPom plain(String version) {
    return new LabPom(version, version, "");
  }

  /**
   * The WebFlux transports: of the SDK up to 0.18, of Spring AI for 2.x. Those of Spring AI stay as
   * they are while the SDK moves on.
   */
  static LabPom withWebFlux(String version) {
    boolean isOld = version.startsWith("0.");
    String group = isOld ? "io.modelcontextprotocol.sdk" : "org.springframework.ai";
    return new LabPom(
        version + "-webflux",
        version,
        dependency(group, "mcp-spring-webflux", isOld ? version : "2.0.0")
            + dependency("org.springframework", "spring-context", isOld ? "6.2.1" : "7.0.8")
            + dependency("io.projectreactor.netty", "reactor-netty-http", "1.2.1"));
  }

  /** Every application that there is on a version. */
  static List<LabPom> all(String version) {
    List<LabPom> poms = new ArrayList<>(List.of(plain(version)));
    if (SdkVersions.has(version, Scenario.Wire.WEBFLUX)) {
      poms.add(withWebFlux(version));
    }
    if (SdkVersions.has(version, Scenario.Wire.LOGIN)) {
      poms.add(LoginClasspath.pom(version));
    }
    if (SpringClasspath.isThereFor(version)) {
      poms.add(SpringClasspath.pom(version));
    }
    return poms;
  }

  static String dependency(String group, String artifact, String version) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
        """
        .formatted(group, artifact, version);
  }

  String text() {
    return POM.formatted(
        name,
        dependency("io.modelcontextprotocol.sdk", "mcp", version)
            + dependency(
                "org.apache.tomcat.embed",
                "tomcat-embed-core",
                System.getProperty("mcpdiag.tomcat.version", "11.0.14"))
            + dependency(
                "org.slf4j", "slf4j-simple", System.getProperty("mcpdiag.slf4j.version", "2.0.17"))
            + more);
  }
}
