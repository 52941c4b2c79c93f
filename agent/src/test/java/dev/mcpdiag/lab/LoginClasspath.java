package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Class path of an application that signs in: with Spring Security 7, or 6 for an SDK that is as
 * old, the MCP security module of Spring AI's community, and the libraries of Google and Microsoft.
 */
final class LoginClasspath {
  private static final String SECURITY = "org.springframework.security";

  /** The authorization server runs on this SDK where the client's is too old for its Spring. */
  private static final String SERVER_VERSION = "2.1.0";

  private LoginClasspath() {}

  /** Clients. */
  static synchronized String of(String version) throws IOException {
    String known = SdkClasspath.of(pom(version));
    return compiled("clients", version, known) + File.pathSeparator + known;
  }

  /** The authorization server, and the MCP servers that trust it. */
  static synchronized String ofServer(String version) throws IOException {
    String known = of(isOld(version) ? SERVER_VERSION : version);
    return compiled("server", version, known) + File.pathSeparator + known;
  }

  /** What it depends on. */
  static LabPom pom(String version) {
    return new LabPom(version + "-login", version, clients(version));
  }

  private static Path compiled(String which, String version, String known) throws IOException {
    return LabSources.compiled(
        LabSettings.apps().resolveSibling("loginapps").resolve(which),
        LabSettings.target().resolve("sdk").resolve(version + "-login").resolve(which),
        known);
  }

  private static boolean isOld(String version) {
    return version.startsWith("0.");
  }

  private static String clients(String version) {
    boolean isOld = isOld(version);
    List<String> jars = new ArrayList<>();
    String security = isOld ? "6.5.2" : "7.0.0";
    jars.add(jar(SECURITY, "spring-security-oauth2-client", security));
    if (!isOld) {
      jars.add(jar(SECURITY, "spring-security-oauth2-authorization-server", security));
      jars.add(jar(SECURITY, "spring-security-oauth2-resource-server", security));
    }
    jars.add(jar(SECURITY, "spring-security-config", security));
    String spring = isOld ? "6.2.14" : "7.0.8";
    for (String module :
        List.of("context", "web", "webflux", "core", "beans", "aop", "expression")) {
      jars.add(jar("org.springframework", "spring-" + module, spring));
    }
    jars.add(jar("io.projectreactor.netty", "reactor-netty-http", "1.2.1"));
    if (SdkVersions.has(version, Scenario.Wire.WEBFLUX)) {
      jars.add(
          isOld
              ? alone("io.modelcontextprotocol.sdk", "mcp-spring-webflux", version)
              : alone("org.springframework.ai", "mcp-spring-webflux", "2.0.0"));
    }
    jars.add(alone("org.springaicommunity", "mcp-client-security", "0.0.5"));
    jars.add(jar("com.nimbusds", "oauth2-oidc-sdk", "11.26.1"));
    jars.add(jar("com.microsoft.azure", "msal4j", "1.26.0"));
    jars.add(jar("com.google.auth", "google-auth-library-oauth2-http", "1.41.0"));
    jars.add(jar("com.google.oauth-client", "google-oauth-client", "1.39.0"));
    return String.join("", jars);
  }

  private static String jar(String group, String artifact, String version) {
    return dependency(group, artifact, version, "");
  }

  /** Without what it was built with: the application has its own of these. */
  private static String alone(String group, String artifact, String version) {
    String nothing =
        "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>"
            + "</exclusions>";
    return dependency(group, artifact, version, nothing);
  }

  private static String dependency(String group, String artifact, String version, String more) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          %s
        </dependency>
        """
        .formatted(group, artifact, version, more);
  }
}
