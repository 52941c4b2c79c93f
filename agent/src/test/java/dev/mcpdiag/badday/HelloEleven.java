package dev.mcpdiag.badday;

import dev.mcpdiag.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** An application for Java 11. */
final class HelloEleven {
  private HelloEleven() {}

  /** The directory of its classes; the main class is {@code Hello}. */
  static String compiled() throws IOException {
    Path directory = Files.createDirectories(LabSettings.target().resolve("badday/hello"));
    Path source = directory.resolve("Hello.java");
    Files.writeString(
        source,
        """
        public class Hello {
          public static void main(String[] args) {
            System.out.print("hello\\n");
            System.exit(7);
          }
        }
        """);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "--release", "11", "-d", directory.toString(), source.toString());
    if (result != 0) {
      throw new IOException("Hello does not compile");
    }
    return directory.toString();
  }
}
