package labapp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An application that uses the MCP SDK and knows nothing of mcpdiag: reads errands from a file (one
 * per line), does them, prints one line per outcome. Arguments: the file, how many errands at once.
 */
public final class LabApp {
  private LabApp() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(args[0])));
    // The first one alone: what it loads and compiles must not eat the others' time-outs.
    print(new Visit(Errand.of(lines.remove(0))).outcomes());
    ExecutorService workers = Executors.newFixedThreadPool(Integer.parseInt(args[1]));
    List<Future<?>> running = new ArrayList<>();
    for (String line : lines) {
      Errand errand = Errand.of(line);
      running.add(workers.submit(() -> print(new Visit(errand).outcomes())));
    }
    for (Future<?> errand : running) {
      errand.get();
    }
    // Some SDK versions leave non-daemon threads behind a server that never answered.
    System.exit(0);
  }

  private static synchronized void print(List<String> outcomes) {
    outcomes.forEach(System.out::println);
    System.out.flush();
  }
}
