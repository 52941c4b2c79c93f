package dev.mcpdiag.extensions;

import dev.mcpdiag.call.Diagnoser;
import dev.mcpdiag.call.Opinion;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.redact.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Asks the user's classifiers by their order, then the rules file. Any thread. */
public final class Extensions implements Diagnoser {
  private final Duration timeout;
  private final Redactor redactor;
  private final Rules rules;
  private final @Nullable Hearings hearings;

  /**
   * Reads the rules at once; jars are loaded later, on the helper thread.
   *
   * @param jars values of {@code mcpdiag.extensions}
   * @param timeout how long a call waits, and how long each classifier may take
   * @param rulesFile "" for none
   * @param threads starts a daemon thread; called again when one got stuck
   * @param problems must not block
   * @param news gets {@code 1 classifier, 7 rules active} once, if there are any; must not block
   */
  public Extensions(
      List<String> jars,
      Duration timeout,
      String rulesFile,
      Redactor redactor,
      Function<Runnable, Thread> threads,
      Problems problems,
      Consumer<String> news) {
    this.timeout = timeout;
    this.redactor = redactor;
    FitDiagnosis fit = new FitDiagnosis(redactor);
    List<Rule> read =
        rulesFile.isEmpty() ? List.of() : new RulesFile(rulesFile, fit, problems).rules();
    this.rules = new Rules(read, problems);
    IntConsumer loaded = classifiers -> tell(classifiers, read.size(), news);
    if (jars.isEmpty()) {
      loaded.accept(0);
    }
    this.hearings =
        jars.isEmpty()
            ? null
            : new Hearings(
                () -> load(jars, timeout, fit, problems),
                timeout,
                rules,
                threads,
                problems,
                loaded);
  }

  private static void tell(int classifiers, int rules, Consumer<String> news) {
    String some = classifiers == 0 ? "" : count(classifiers, "classifier");
    String more = rules == 0 ? "" : count(rules, "rule");
    String separator = some.isEmpty() || more.isEmpty() ? "" : ", ";
    if (classifiers + rules > 0) {
      news.accept(some + separator + more + " active");
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static List<CustomClassifier> load(
      List<String> entries, Duration timeout, FitDiagnosis fit, Problems problems) {
    ApiLoader api = new ApiLoader();
    List<ExtensionJar.Loaded> all = new ArrayList<>();
    for (Path jar : new ExtensionJars(problems).in(entries)) {
      all.addAll(new ExtensionJar(jar, fit, problems).classifiers(api));
    }
    all.sort(Comparator.comparingInt(ExtensionJar.Loaded::order));
    List<CustomClassifier> classifiers = new ArrayList<>();
    for (ExtensionJar.Loaded loaded : all) {
      classifiers.add(new CustomClassifier(loaded, timeout, fit, problems));
    }
    return List.copyOf(classifiers);
  }

  @Override
  public Answer ask(Question question, boolean mayWait) {
    OfferedCall call = new OfferedCall(question, redactor);
    if (hearings == null || hearings.isNobodyThere()) {
      Opinion ruled = rules.judge(call);
      return new Settled(ruled == null ? Opinion.builtIn(question.builtIn().diagnosis()) : ruled);
    }
    Hearing hearing = hearings.open(call);
    if (mayWait) {
      hearings.await(hearing, timeout);
    }
    return hearing;
  }

  @Override
  public void endBy(long nanoTime) {
    if (hearings != null) {
      hearings.endBy(nanoTime);
    }
  }
}
