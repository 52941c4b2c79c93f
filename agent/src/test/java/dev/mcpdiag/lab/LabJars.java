package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Jars of the lab's applications, ready for {@code java -cp}: resolved by Maven, once per {@code
 * target} directory. Starting Maven takes longer than resolving, so it is started for many.
 */
final class LabJars {
  private LabJars() {}

  /** Of one application; looks for all others of this run on the way. */
  static synchronized String of(LabPom pom) throws IOException {
    if (!isKnown(pom)) {
      Set<LabPom> poms = new LinkedHashSet<>(List.of(pom));
      for (String version : SdkVersions.chosenForScenarios()) {
        poms.addAll(LabPom.all(version));
      }
      resolve(poms, pom);
    }
    return Files.readString(file(pom)).strip();
  }

  /** Looks for the SDK of each of these versions, whatever the others of this run are. */
  static synchronized void ofAll(List<String> versions) throws IOException {
    List<LabPom> poms = versions.stream().map(LabPom::plain).toList();
    for (LabPom pom : poms) {
      if (!isKnown(pom)) {
        resolve(new LinkedHashSet<>(poms), pom);
      }
    }
  }

  private static boolean isKnown(LabPom pom) throws IOException {
    return Files.isRegularFile(file(pom))
        && List.of(Files.readString(file(pom)).strip().split(File.pathSeparator)).stream()
            .allMatch(jar -> new File(jar).exists());
  }

  private static Path folder() {
    return LabSettings.target().resolve("sdk");
  }

  private static Path file(LabPom pom) {
    return folder().resolve(pom.name()).resolve("classpath.txt");
  }

  /**
   * @param wanted the one that cannot be missed: without a network the others may be out of reach
   */
  private static void resolve(Set<LabPom> poms, LabPom wanted) throws IOException {
    StringBuilder modules = new StringBuilder();
    for (LabPom pom : poms) {
      if (!isKnown(pom)) {
        Path module = Files.createDirectories(folder().resolve(pom.name()));
        Files.writeString(module.resolve("pom.xml"), pom.text());
        modules.append("<module>").append(pom.name()).append("</module>");
      }
    }
    Path all = folder().resolve("pom.xml");
    Files.writeString(
        all,
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.mcpdiag.lab</groupId>
          <artifactId>applications</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
    try (ChildJvm maven = ChildJvm.run(command(all))) {
      maven.await(Duration.ofMinutes(4));
      if (!isKnown(wanted)) {
        throw new IOException(
            "Maven could not resolve " + wanted.name() + ": " + maven.stdoutText());
      }
    }
  }

  private static List<String> command(Path pom) {
    List<String> command = new ArrayList<>();
    command.add(LabSettings.mavenHome().resolve("bin").resolve("mvn").toString());
    command.addAll(List.of("-q", "-B", "--fail-at-end", "-f", pom.toString()));
    addSetting(command, "-Dmaven.repo.local=", "mcpdiag.maven.repository");
    addSetting(command, "--settings=", "mcpdiag.maven.settings");
    if ("offline:true".equals(LabSettings.optional("mcpdiag.maven.offline"))) {
      command.add("-o");
    }
    command.add("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath");
    command.add("-Dmdep.outputFile=classpath.txt"); // in each module's own folder
    command.add("-Dmdep.pathSeparator=" + File.pathSeparator);
    return command;
  }

  private static void addSetting(List<String> command, String option, String key) {
    String value = LabSettings.optional(key);
    String file = value == null ? "" : value.replaceFirst("^file:", "");
    if (new File(file).exists()) {
      command.add(option + file);
    }
  }
}
