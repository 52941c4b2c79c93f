package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a reader copies has to work. */
class ExampleInTheDocumentationTest {
  private static final Path PAGE = Path.of("src/main/java/dev/mcpdiag/api/package-info.java");

  @Test
  void compilesAndHasTwentyLines(@TempDir Path classes) throws IOException {
    List<String> lines = example();
    StringWriter errors = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean isCompiled =
        compiler
            .getTask(
                errors,
                null,
                null,
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                List.of(source(String.join("\n", lines))))
            .call();
    assertTrue(isCompiled, PAGE + ": " + errors);
    assertEquals(20, lines.size(), PAGE + " promises a classifier in 20 lines");
  }

  private static List<String> example() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    int start = page.indexOf(" * <pre>{@code") + 1;
    int end = page.indexOf(" * }</pre>");
    assertTrue(start > 0 && end > start, "no example found in " + PAGE);
    return page.subList(start, end).stream()
        .map(line -> line.length() > 3 ? line.substring(3) : "")
        .toList();
  }

  private static JavaFileObject source(String text) {
    URI name = URI.create("string:///com/acme/QuotaClassifier.java");
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
