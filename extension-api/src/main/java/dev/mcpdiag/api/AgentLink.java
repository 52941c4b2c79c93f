package dev.mcpdiag.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one thread between this copy of the API and the agent, made of JDK types only, since the
 * agent lives in another class loader.
 *
 * <p>The agent sets {@link #link} by reflection in each copy that it finds. First argument is the
 * operation, the second its input; null always means "nothing known":
 *
 * <table>
 *   <caption>Operations</caption>
 *   <tr><th>operation</th><th>input</th><th>answer</th></tr>
 *   <tr><td>{@code find-throwable}</td><td>one throwable; the chain is walked here</td>
 *     <td>map of {@link Carrier}</td></tr>
 *   <tr><td>{@code find-result}</td><td>the SDK's result object</td>
 *     <td>map of {@link Carrier}</td></tr>
 *   <tr><td>{@code debug-id}</td><td>null</td><td>trace id of this thread's call</td></tr>
 *   <tr><td>{@code identity}</td><td>map with {@code user} and {@code conversation}, "" if not
 *     known</td><td>{@link Runnable} that ends it, safe to run twice</td></tr>
 * </table>
 */
final class AgentLink {
  private static volatile @Nullable BiFunction<String, @Nullable Object, @Nullable Object> link;

  private AgentLink() {}

  static boolean isSet() {
    return link != null;
  }

  static @Nullable Object ask(String operation, @Nullable Object input) {
    BiFunction<String, @Nullable Object, @Nullable Object> agent = link;
    if (agent == null) {
      return null;
    }
    try {
      return agent.apply(operation, input);
    } catch (RuntimeException | LinkageError ignored) {
      // Asked in a catch block of the application: a defect of the agent must not hide its failure.
      return null;
    }
  }

  static Optional<Diagnosis> diagnosis(String operation, Object input) {
    return ask(operation, input) instanceof Map<?, ?> map ? Carrier.fromMap(map) : Optional.empty();
  }
}
