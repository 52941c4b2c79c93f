package dev.mcpdiag.extensions;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The jars that {@code mcpdiag.extensions} names, by itself or by their folder. */
final class ExtensionJars {
  private static final String FIX = "name a jar, or a folder that holds jars";

  private final Problems problems;

  ExtensionJars(Problems problems) {
    this.problems = problems;
  }

  /** Existing files, those of a folder by name; a sentence for each entry that leads to none. */
  List<Path> in(List<String> entries) {
    List<Path> jars = new ArrayList<>();
    for (String entry : entries) {
      try {
        Path path = Path.of(entry);
        if (Files.isDirectory(path)) {
          addFolder(path, jars);
        } else if (Files.isRegularFile(path)) {
          jars.add(path);
        } else {
          report(Files.exists(path) ? "it is not a regular file" : "it does not exist", entry);
        }
      } catch (IOException | InvalidPathException e) {
        report("of " + e.getClass().getSimpleName(), entry);
      }
    }
    return jars;
  }

  private void addFolder(Path folder, List<Path> jars) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(found::add);
    }
    Collections.sort(found);
    if (found.isEmpty()) {
      report("there is no jar in this folder", folder.toString());
    }
    jars.addAll(found);
  }

  private void report(String reason, String entry) {
    problems.report(
        new Problem(
            "no classifier can be loaded, because " + reason, "mcpdiag.extensions=" + entry, FIX));
  }
}
