package dev.mcpdiag.coverage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.tools.ExecFileLoader;

/** Prints the line coverage of the build and ends it where coverage fell. */
public final class CoverageCheck {
  private static final String TOTAL = "total";

  private CoverageCheck() {}

  /**
   * Exit code 1 and a sentence on stderr where a module is below the number in {@code
   * .ci/coverage}.
   *
   * @param arguments folder of the project; {@code selected:} and the tests that were asked for,
   *     nothing behind it for all
   */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]).normalize();
    ExecutionDataStore ran = recorded(project);
    if (ran.getContents().isEmpty()) {
      System.out.println("coverage: not measured, because no test ran");
      return;
    }
    Map<String, Double> measured = measure(project, ran);
    System.out.println(Coverage.line(measured));
    if (!arguments[1].equals("selected:")) {
      System.out.println("coverage: not compared, because only some of the tests ran");
      return;
    }
    String fallen = Coverage.fallen(measured, committed(project));
    if (!fallen.isEmpty()) {
      System.err.println(fallen);
      System.exit(1);
    }
  }

  private static ExecutionDataStore recorded(Path project) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    for (Module module : Module.all(project)) {
      Path folder = project.resolve(module.name()).resolve("target/coverage");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(each -> each.toString().endsWith(".exec")).toList()) {
            loader.load(file.toFile());
          }
        }
      }
    }
    return loader.getExecutionDataStore();
  }

  private static Map<String, Double> measure(Path project, ExecutionDataStore ran)
      throws IOException {
    Map<String, Double> measured = new LinkedHashMap<>();
    int all = 0;
    int reached = 0;
    for (Module module : Module.all(project)) {
      Lines lines = module.lines(ran);
      measured.put(module.name(), Coverage.percent(lines.reached(), lines.all()));
      all += lines.all();
      reached += lines.reached();
    }
    measured.put(TOTAL, Coverage.percent(reached, all));
    return measured;
  }

  private static Properties committed(Path project) throws IOException {
    Properties numbers = new Properties();
    try (Reader file = Files.newBufferedReader(project.resolve(".ci/coverage"))) {
      numbers.load(file);
    }
    return numbers;
  }
}
