package dev.mcpdiag.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, wherever the tests are started. */
public final class Project {
  private static final Path ROOT = root();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

  private Project() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("docs/codes"))
        ? folder
        : folder.resolve("..").normalize();
  }

  /** The text of a file, by its path from the root. */
  public static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Whether there is such a file or folder. */
  static boolean has(Path file) {
    return Files.exists(ROOT.resolve(file));
  }

  /** All files below a folder whose name ends so, by their path from the root. */
  static List<Path> files(String folder, String... endings) {
    try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
      return all.filter(Files::isRegularFile)
          .map(ROOT::relativize)
          .filter(file -> Set.of(endings).stream().anyMatch(file.toString()::endsWith))
          .filter(Project::isOurs)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
