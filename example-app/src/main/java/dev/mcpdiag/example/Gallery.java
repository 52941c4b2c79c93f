package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Role;
import dev.mcpdiag.example.server.Servers;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Walks an MCP client past servers that work and servers that fail in every way. */
public final class Gallery {
  private static final String HELP =
      """
      Usage: java -jar mcpdiag-example-app.jar [options]
        (no option)     visit every exhibit once; the exit code is 0 if each one behaved as expected
        --only <name>   visit one exhibit
        --list          name the exhibits
        --serve         keep calling, mostly with success, until stopped
        --both-sides    beside one of these: the servers run with the agents of this JVM too
        --help          this text
      """;

  private static final PrintStream OUT = System.out;
  private static final int WRONG_USE = 2;

  private Gallery() {}

  /**
   * Runs the gallery and ends the JVM.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    Servers servers = words.remove("--both-sides") ? Servers.withOurAgents() : Servers.bare();
    String option = words.isEmpty() ? "" : words.get(0);
    int exitCode =
        switch (option) {
          case "" -> wholeTour(servers);
          case "--only" -> only(words.subList(1, words.size()), servers);
          case "--list" -> list();
          case "--serve" -> serve(servers);
          case "--help" -> help();
          default -> wrongUse("There is no option " + option + ".");
        };
    // Not a plain return: threads of the SDK's transports may still be about.
    System.exit(exitCode);
  }

  private static int wholeTour(Servers servers) throws Exception {
    servers.start(Role.STREAMABLE, Role.SCRIPTED, Role.TLS);
    return tour(Exhibits.ALL, servers);
  }

  private static int tour(List<Exhibit> exhibits, Servers servers) throws Exception {
    stopAtShutdown(() -> {});
    int surprises = new Tour(exhibits, servers, OUT).walk();
    if (surprises > 0) {
      OUT.printf("%d of %d exhibits did not behave as expected.%n", surprises, exhibits.size());
      return 1;
    }
    OUT.printf("Exhibits that behaved as expected: all %d.%n", exhibits.size());
    return 0;
  }

  private static int only(List<String> names, Servers servers) throws Exception {
    List<Exhibit> chosen =
        Exhibits.ALL.stream().filter(exhibit -> names.contains(exhibit.name())).toList();
    return chosen.isEmpty()
        ? wrongUse("--only needs the name of an exhibit; --list tells them.")
        : tour(chosen, servers);
  }

  private static int serve(Servers servers) throws InterruptedException {
    Traffic traffic = new Traffic(Exhibits.ALL, servers, OUT);
    stopAtShutdown(traffic::stop);
    traffic.flow();
    return 0;
  }

  /** At every end, Ctrl-C too: first the calls stop, then all child processes, also of stdio. */
  private static void stopAtShutdown(Runnable calls) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  calls.run();
                  List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
                  children.forEach(ProcessHandle::destroy);
                  children.forEach(
                      child -> child.onExit().completeOnTimeout(child, 2, TimeUnit.SECONDS).join());
                }));
  }

  private static int list() {
    Exhibits.ALL.forEach(exhibit -> OUT.printf("%-20s %s%n", exhibit.name(), exhibit.title()));
    return 0;
  }

  private static int help() {
    OUT.print(HELP);
    return 0;
  }

  private static int wrongUse(String sentence) {
    System.err.println(sentence + " See --help.");
    return WRONG_USE;
  }
}
