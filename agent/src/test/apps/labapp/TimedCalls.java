package labapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls one tool of one server again and again; a line per call: microseconds, outcome, and what
 * {@code McpDiagnostics} says where the application has it. Arguments: the tool, how often, then an
 * errand's fields.
 */
public final class TimedCalls {
  private TimedCalls() {}

  public static void main(String[] args) throws Exception {
    run(args);
    System.exit(0);
  }

  /** The same without ending the JVM. */
  public static void run(String[] args) throws Exception {
    List<String> words = List.of(args);
    Errand errand = Errand.of(String.join("\t", words.subList(2, words.size())));
    Client client = Client.of(errand);
    client.initialize();
    for (int i = 0; i < Integer.parseInt(words.get(1)); i++) {
      long start = System.nanoTime();
      String outcome;
      Throwable thrown = null;
      try {
        outcome = Outcome.succeeded(client.call(words.get(0), Map.of()));
      } catch (Throwable e) {
        thrown = e;
        outcome = Outcome.failed(e);
      }
      long micros = (System.nanoTime() - start) / 1_000;
      System.out.println("call\t" + micros + "\t" + outcome + "\t" + found(thrown));
    }
    client.close();
  }

  /** By reflection, because most applications do not have the API. */
  private static Object found(Throwable thrown) throws Exception {
    try {
      Class<?> api = Class.forName("dev.mcpdiag.api.McpDiagnostics");
      Object found = api.getMethod("find", Throwable.class).invoke(null, thrown);
      return "active=" + api.getMethod("isActive").invoke(null) + " " + found;
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
