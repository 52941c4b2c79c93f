package dev.mcpdiag.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/**
 * Where the classes of a module lie.
 *
 * @param compiled as the compiler wrote them: these decide which lines there are
 * @param otherForms the same classes with other bytes, as child JVMs load them
 */
record Module(String name, Path compiled, List<Path> otherForms) {
  /** The modules whose lines count. */
  static List<Module> all(Path project) {
    Path agent = project.resolve("agent/target");
    Path inAgentJar = agent.resolve("agent-jar/inst/dev/mcpdiag");
    return List.of(
        new Module(
            "extension-api",
            project.resolve("extension-api/target/classes"),
            List.of(inAgentJar.resolve("api"))),
        new Module(
            "agent", agent.resolve("classes"), List.of(inAgentJar, agent.resolve("gate-classes"))),
        new Module("example-app", project.resolve("example-app/target/classes"), List.of()));
  }

  /** Matches what ran, by the checksum of each class's bytes, with the lines of the sources. */
  Lines lines(ExecutionDataStore ran) throws IOException {
    Lines lines = new Lines();
    read(compiled, ran, lines::add);
    for (Path form : otherForms) {
      read(form, ran, lines::also);
    }
    return lines;
  }

  private interface Line {
    void at(String sourceFile, int number, boolean isReached);
  }

  private static void read(Path folder, ExecutionDataStore ran, Line line) throws IOException {
    CoverageBuilder classes = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(ran, classes);
    for (Path file : classFiles(folder)) {
      try (InputStream in = Files.newInputStream(file)) {
        analyzer.analyzeClass(in, file.toString());
      }
    }
    for (ISourceFileCoverage source : classes.getSourceFiles()) {
      String name = source.getPackageName() + '/' + source.getName();
      for (int number = source.getFirstLine(); number <= source.getLastLine(); number++) {
        int status = source.getLine(number).getStatus();
        if (number > 0 && status != ICounter.EMPTY) {
          line.at(name, number, status != ICounter.NOT_COVERED);
        }
      }
    }
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.class(data)?"))
          .filter(file -> !file.toString().contains("/dev/mcpdiag/shaded/"))
          .sorted()
          .toList();
    }
  }
}
