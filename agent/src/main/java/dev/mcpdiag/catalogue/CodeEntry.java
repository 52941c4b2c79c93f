package dev.mcpdiag.catalogue;

import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.api.Retry;
import dev.mcpdiag.api.Severity;
import java.util.List;

/**
 * What is known about one code before anything has failed.
 *
 * @param code {@code MCP_} and upper snake case, at most 63 characters
 * @param title a few words for a table
 * @param failureType the usual type; a rule may refine it for one failure
 * @param retry the usual answer to "is it worth trying again?"
 * @param severity the usual severity
 * @param message what a user may read: a template for {@link SafeText#fill}
 * @param callToAction one of {@link Vocabulary#CALLS_TO_ACTION}
 * @param nextSteps what a program may do, best first; what is known only at run time is added by
 *     {@link NextSteps#with}
 * @param actor who can put it right: user, admin, operator, developer, agent
 * @param meaning one sentence that tells this code from its neighbours
 * @param proven whether a test makes it happen for real
 */
public record CodeEntry(
    String code,
    String title,
    FailureType failureType,
    Retry retry,
    Severity severity,
    String message,
    String callToAction,
    List<NextStep> nextSteps,
    String actor,
    String meaning,
    boolean proven) {

  /** Where the pages stand: a folder of the project, since it has no public address yet. */
  private static final String PAGES = "docs/codes/";

  /** The page about this code, relative to the project. */
  public String documentation() {
    return PAGES + code + ".md";
  }

  /** Whether the same call may succeed with nothing changed but the time. */
  public boolean isRetryable() {
    return retry.isRetryable();
  }
}
