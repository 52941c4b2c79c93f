package dev.mcpdiag.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command line: runs the rounds, prints progress on stderr and tables on stdout. */
public final class Benchmark {
  private final Options options;
  private final List<Setup> setups;
  private final OtlpSink sink;
  private final MeasuredJvm jvm;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private int failedJvms;

  private Benchmark(Layout layout, Options options, OtlpSink sink) {
    this.options = options;
    this.sink = sink;
    this.setups = available(Setup.all(layout, options.agent()));
    this.jvm = new MeasuredJvm(layout, options, sink);
  }

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Layout layout = Layout.here();
    try (OtlpSink sink = OtlpSink.start()) {
      var benchmark = new Benchmark(layout, Options.parse(List.of(arguments), layout), sink);
      benchmark.run();
      if (benchmark.failedJvms > 0) {
        System.err.println(benchmark.failedJvms + " JVMs failed: the tables are without them.");
        System.exit(1);
      }
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private List<Setup> available(List<Setup> all) {
    List<Setup> chosen = new ArrayList<>();
    for (Setup setup : all) {
      if (!options.setups().contains(setup.name())) {
        continue;
      }
      if (setup.agent().isEmpty() || Files.isRegularFile(setup.agent().get())) {
        chosen.add(setup);
      } else {
        progress.println("Left out: " + setup.name() + ", no " + setup.agent().get());
      }
    }
    return chosen;
  }

  private void run() throws IOException, InterruptedException {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "%s, %d cores, load %.2f before the start, rounds: %d%n",
        options.java(),
        machine.getAvailableProcessors(),
        machine.getSystemLoadAverage(),
        options.effort().rounds());
    for (String sdk : options.sdks()) {
      Results results = measure(sdk);
      print(sdk, results);
    }
  }

  private Results measure(String sdk) throws IOException, InterruptedException {
    Results results = new Results();
    for (Setup setup : setups) {
      // Not timed: also reads every jar into the page cache before anything counts.
      long foreign = ForeignClasses.count(jvm, setup, sdk);
      results.add(Scenario.HELLO, setup.name(), Budgets.FOREIGN_CLASSES, (double) foreign);
      if (setup.agent().isPresent()) {
        double jarMb = Files.size(setup.agent().get()) / 1e6;
        results.add(Scenario.HELLO, setup.name(), Budgets.JAR_MB, jarMb);
      }
    }
    for (Scenario scenario : options.only()) {
      for (int round = 1; round <= options.effort().rounds(); round++) {
        for (Setup setup : setups) {
          measure(scenario, setup, sdk, round, results);
        }
      }
    }
    return results;
  }

  private void measure(Scenario scenario, Setup setup, String sdk, int round, Results results)
      throws InterruptedException {
    long requestsBefore = sink.requests();
    long bytesBefore = sink.bytes();
    long startedNanos = System.nanoTime();
    try {
      results.add(scenario, setup.name(), jvm.run(scenario, setup, sdk, List.of()));
    } catch (IOException e) {
      // The other rounds still say something; the exit code says that one is missing.
      failedJvms++;
      progress.println("Failed: " + e.getMessage());
      return;
    }
    progress.printf(
        "SDK %s, round %d/%d, %s, %s: %.1f s, exported %d requests, %,d kB%n",
        sdk,
        round,
        options.effort().rounds(),
        scenario,
        setup.name(),
        (System.nanoTime() - startedNanos) / 1e9,
        sink.requests() - requestsBefore,
        (sink.bytes() - bytesBefore) / 1000);
  }

  private void print(String sdk, Results results) {
    for (Scenario scenario : options.only()) {
      out.println("\n" + scenario.title() + " (SDK " + sdk + "), median (min-max)");
      out.print(Printout.scenario(scenario, setups, results));
      for (Setup setup : setups) {
        Set<String> threads = results.addedThreads(scenario, setup.name(), Setup.NONE);
        if (options.setups().contains(Setup.NONE) && !threads.isEmpty()) {
          out.println("  threads of " + setup.name() + ": " + String.join(", ", threads));
        }
      }
    }
    out.println("\nBudgets (SDK " + sdk + ")");
    out.print(Printout.budgets(results));
  }
}
