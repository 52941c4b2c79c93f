package dev.mcpdiag.extensions;

import dev.mcpdiag.api.FailureClassifier;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/**
 * The classifiers of one jar. Whatever is wrong with one of them becomes one sentence, and the
 * others are loaded all the same.
 */
final class ExtensionJar {
  private static final String SERVICE = "META-INF/services/" + FailureClassifier.class.getName();
  private static final int MAX_CLASSIFIERS = 100;

  private final Path path;
  private final FitDiagnosis fit;
  private final Problems problems;

  ExtensionJar(Path path, FitDiagnosis fit, Problems problems) {
    this.path = path;
    this.fit = fit;
    this.problems = problems;
  }

  /** A classifier and the order that it asked for. */
  record Loaded(FailureClassifier classifier, int order, String jar) {}

  /** Runs constructors and {@code order()} of the extension, so it may take any time. */
  @SuppressWarnings("MustBeClosedChecker") // Open as long as its classes live: until the JVM ends.
  List<Loaded> classifiers(ClassLoader api) {
    if (!isUsable()) {
      return List.of();
    }
    List<Loaded> loaded = new ArrayList<>();
    try {
      URL[] urls = {path.toUri().toURL()};
      String name = ExtensionFault.LOADER_PREFIX + path.getFileName();
      Iterator<FailureClassifier> found =
          ServiceLoader.load(FailureClassifier.class, new URLClassLoader(name, urls, api))
              .iterator();
      for (int i = 0; i < MAX_CLASSIFIERS && loadNext(found, loaded); i++) {
        // all that the service file names
      }
    } catch (IOException e) {
      report("the jar cannot be read: " + e, "name a jar that this process may read");
    }
    if (loaded.isEmpty()) {
      return List.of();
    }
    return loaded;
  }

  private boolean isUsable() {
    File file = path.toFile();
    try (JarFile jar = new JarFile(file)) {
      if (jar.getEntry(SERVICE) != null) {
        return true;
      }
      report(
          "the jar offers no classifier",
          "put the class name of your classifier into " + SERVICE + " of the jar");
    } catch (IOException | SecurityException e) {
      report("this is not a jar that can be read: " + e.getMessage(), "build or copy it again");
    }
    return false;
  }

  /** False when there are no more. */
  private boolean loadNext(Iterator<FailureClassifier> found, List<Loaded> loaded) {
    try {
      if (!found.hasNext()) {
        return false;
      }
      FailureClassifier classifier = found.next();
      loaded.add(new Loaded(classifier, order(classifier), String.valueOf(path.getFileName())));
    } catch (UnsupportedClassVersionError e) {
      report(
          "a classifier is compiled for a newer Java than this one: " + e.getMessage(),
          "compile it with --release 17, or with that of the oldest Java that runs it");
    } catch (ServiceConfigurationError e) {
      unusable(e);
    } catch (LinkageError e) {
      ExtensionFault fault = fit.described(e);
      report("a classifier cannot be linked" + fault.place() + ": " + fault.what(), fault.fix());
    } catch (Throwable e) {
      report(
          "a classifier cannot be used: " + fit.described(e).what(),
          "correct its order() or leave it out");
    }
    return true;
  }

  private void unusable(ServiceConfigurationError e) {
    Throwable cause = e.getCause();
    if (cause == null || cause instanceof ReflectiveOperationException) {
      report(
          "a classifier cannot be used: "
              + said(e)
              + (cause == null ? "" : ", because of " + cause),
          "name in "
              + SERVICE
              + " public classes of the jar that implement FailureClassifier and"
              + " have a public constructor without parameters");
      return;
    }
    // Its constructor, or what the class does when it is loaded.
    ExtensionFault fault = fit.described(cause);
    report(
        "a classifier cannot be used: " + said(e) + ", because of " + fault.what() + fault.place(),
        fault.fix());
  }

  private static int order(FailureClassifier classifier) {
    return classifier.order();
  }

  /** Without the name of the interface, which begins every message of the JDK. */
  private static String said(ServiceConfigurationError e) {
    String message = String.valueOf(e.getMessage());
    String start = FailureClassifier.class.getName() + ": ";
    return message.startsWith(start) ? message.substring(start.length()) : message;
  }

  private void report(String what, String fix) {
    problems.report(new Problem(what, "mcpdiag.extensions, " + path, fix));
  }
}
