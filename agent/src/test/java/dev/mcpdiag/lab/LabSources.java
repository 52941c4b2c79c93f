package dev.mcpdiag.lab;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The lab's application, compiled against one SDK version. */
final class LabSources {
  private static final Set<Path> COMPILED = new HashSet<>();

  private LabSources() {}

  /** Directory of the classes. */
  static Path compiled(String version, String classpath) throws IOException {
    return compiled(
        LabSettings.apps(),
        LabSettings.target().resolve("sdk").resolve(version).resolve("classes"),
        classpath);
  }

  /** All sources of a directory, compiled to another one, once in this JVM. */
  static synchronized Path compiled(Path directory, Path classes, String classpath)
      throws IOException {
    if (!COMPILED.contains(classes)) {
      compile(directory, classes, classpath);
      COMPILED.add(classes);
    }
    return classes;
  }

  private static void compile(Path directory, Path classes, String classpath) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-nowarn",
              "-proc:none",
              "--release",
              "17",
              "-cp",
              classpath,
              "-d",
              classes.toString());
      boolean succeeded =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(in(directory)))
              .call();
      if (!succeeded) {
        throw new IOException("the lab's application does not compile:\n" + messages);
      }
    }
  }

  /** The Java files of a directory. */
  static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
