package labapp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * Prints what of the class names in a file this application can load, and the threads that it
 * finds. Arguments: the file; one word more makes it load the MCP client before it looks.
 */
public final class Sight {
  private Sight() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 1) {
      Class.forName("io.modelcontextprotocol.client.McpAsyncClient");
      Class.forName("io.modelcontextprotocol.spec.McpClientSession");
    }
    for (String name : Files.readAllLines(Path.of(args[0]))) {
      if (isVisible(name)) {
        System.out.println("sees " + name);
      }
    }
    TreeSet<String> threads = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      threads.add(thread.getName());
    }
    threads.forEach(thread -> System.out.println("thread " + thread));
  }

  private static boolean isVisible(String name) {
    try {
      Class.forName(name, false, Sight.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
