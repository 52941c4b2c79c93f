package dev.mcpdiag.api;

import java.util.Optional;

/**
 * Knows failures that mcpdiag cannot know: those of your own servers and tools.
 *
 * <p>Name the class in {@code META-INF/services/dev.mcpdiag.api.FailureClassifier}, give it a
 * public no-argument constructor, and name the jar in the option {@code mcpdiag.extensions}. There
 * is one instance per JVM, and several threads call it at once.
 */
public interface FailureClassifier {
  /**
   * Who is asked first: the lowest. The rules of {@code mcpdiag.rules.file} come after all
   * classifiers, the built-in rules last. Asked once, at start.
   */
  default int order() {
    return 0;
  }

  /**
   * Says what the failure is, or that it is none of this classifier's business.
   *
   * <p>Called once per failure on one of the agent's threads, never on a thread of the application.
   * It has {@code mcpdiag.classifier.timeout} (20 ms): no I/O, no locks. What it throws, null, and
   * a code that is not allowed count as a fault; three faults or three time-outs switch the
   * classifier off until the JVM ends, and one line says so. The built-in diagnosis holds then.
   *
   * @param call the failure; do not keep it, its throwable is gone when this method returns
   * @return the diagnosis, best made with {@code call.builtIn().toBuilder()} or {@link
   *     Diagnosis#of}; empty: not mine
   */
  Optional<Diagnosis> classify(FailedCall call);
}
