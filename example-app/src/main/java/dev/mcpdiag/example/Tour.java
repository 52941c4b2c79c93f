package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Servers;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One walk past some exhibits, printed so that two walks print the same bytes. */
final class Tour {
  /** A visit that goes on in the background. */
  private record Pending(Exhibit exhibit, Future<String> result) {}

  private final List<Exhibit> exhibits;
  private final Servers servers;
  private final PrintStream out;

  Tour(List<Exhibit> exhibits, Servers servers, PrintStream out) {
    this.exhibits = exhibits;
    this.servers = servers;
    this.out = out;
  }

  /** Visits and prints them in their order; returns how many did not show what they should. */
  int walk() throws Exception {
    int surprises = 0;
    for (Exhibit exhibit : exhibits) {
      if (!exhibit.isPatient()) {
        out.println(heading(exhibit));
        surprises += show(exhibit, exhibit.visit(servers));
      }
    }
    return surprises + walkPatient(exhibits.stream().filter(Exhibit::isPatient).toList());
  }

  private int walkPatient(List<Exhibit> patient) throws Exception {
    ExecutorService visitors = Executors.newCachedThreadPool();
    List<Pending> visits =
        patient.stream()
            .map(exhibit -> new Pending(exhibit, visitors.submit(() -> exhibit.visit(servers))))
            .toList();
    visitors.shutdown();
    int surprises = 0;
    for (Pending visit : visits) {
      out.println(heading(visit.exhibit));
      surprises += show(visit.exhibit, visit.result.get());
    }
    return surprises;
  }

  private static String heading(Exhibit exhibit) {
    return "[" + exhibit.name() + "] " + exhibit.title();
  }

  private int show(Exhibit exhibit, String result) {
    out.println("    " + result);
    if (result.contains(exhibit.expected())) {
      return 0;
    }
    out.println("    NOT AS EXPECTED: the line above should contain: " + exhibit.expected());
    return 1;
  }
}
