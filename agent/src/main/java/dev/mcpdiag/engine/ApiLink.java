package dev.mcpdiag.engine;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.DiagnosisMap;
import dev.mcpdiag.call.KnownDiagnoses;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.identity.Identity;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.telemetry.Bridge;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code dev.mcpdiag.api.McpDiagnostics} of applications that have the API jar: each has
 * its own copy, reached by reflection and told in JDK types only.
 */
final class ApiLink implements BiFunction<String, @Nullable Object, @Nullable Object> {
  private static final String LINK = "dev.mcpdiag.api.AgentLink";

  private static final int MAX_CHARS = 256;

  private final KnownDiagnoses known;
  private final Identities identities;
  private final Supplier<Bridge> bridge;
  private final Problems problems;

  ApiLink(KnownDiagnoses known, Identities identities, Supplier<Bridge> bridge, Problems problems) {
    this.known = known;
    this.identities = identities;
    this.bridge = bridge;
    this.problems = problems;
  }

  /** Serves the copy that this loader sees, if it sees one. */
  void join(ClassLoader application) {
    try {
      Field link = Class.forName(LINK, true, application).getDeclaredField("link");
      link.setAccessible(true);
      known.want();
      identities.want();
      link.set(null, this);
    } catch (ClassNotFoundException ignored) {
      // most applications do not ask us
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      problems.report(
          new Problem(
              "McpDiagnostics of this application stays without answers: " + e,
              LINK,
              "take the API jar of the agent's version"));
    }
  }

  @Override
  public @Nullable Object apply(String operation, @Nullable Object input) {
    return switch (operation) {
      case "find-throwable" -> input instanceof Throwable throwable ? found(throwable) : null;
      case "find-result" -> input == null ? null : found(input);
      case "identity" -> input instanceof Map<?, ?> who ? identities.enter(said(who)) : null;
      case "debug-id" -> bridge.get().currentTraceId();
      default -> null;
    };
  }

  private static Identity said(Map<?, ?> who) {
    return new Identity(text(who, "user"), text(who, "conversation"));
  }

  private static String text(Map<?, ?> who, String key) {
    String text = who.get(key) instanceof String said ? said : "";
    return text.substring(0, Math.min(text.length(), MAX_CHARS));
  }

  private @Nullable Object found(Object failed) {
    Diagnosis diagnosis = known.of(failed);
    return diagnosis == null ? null : DiagnosisMap.of(diagnosis);
  }
}
