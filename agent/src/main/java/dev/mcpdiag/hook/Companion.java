package dev.mcpdiag.hook;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.weave.TestedVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the companion of an application loader: its loader, the link probe, the adapters. */
public final class Companion {
  private static final String ADAPTERS = CompanionLoader.OWN + "Adapters";
  private static final String SERVICES = CompanionLoader.OWN + "Services";

  /** Adapter classes that name SDK members; the others use JDK types only and always link. */
  private static final List<String> PROBED =
      List.of(
          "RequestAdapter",
          "OperationAdapter",
          "MessageAdapter",
          "NotificationAdapter",
          "ConnectingAdapter",
          "CommandAdapter",
          "ExchangeAdapter",
          "ServerAdapters",
          "HandlerAdapters",
          "SignInAdapters");

  /** For applications that have WebFlux, and nothing that anybody else misses. */
  private static final String WEB_ADAPTER = "WebClientAdapter";

  private static final String WEB_CLIENT =
      "org.springframework.web.reactive.function.client.WebClient";

  private final Problems problems;
  private final @Nullable Object[] services;

  /** Values of the {@code Services} record, in its order. */
  public Companion(Problems problems, @Nullable Object... services) {
    this.problems = problems;
    this.services = services.clone();
  }

  /**
   * Makes one.
   *
   * @param onVersion hears the SDK's version, "?" if its jar has none, before the first adapter
   *     runs
   */
  @SuppressWarnings("unchecked")
  public Function<Object[], Object>[] make(ClassLoader application, Consumer<String> onVersion)
      throws ReflectiveOperationException {
    ClassLoader engine = Companion.class.getClassLoader();
    CompanionLoader loader = new CompanionLoader(application, engine);
    String version = SdkVersion.of(application);
    List<String> wanted = new ArrayList<>(PROBED);
    if (LinkProbe.isThere(WEB_CLIENT, application)) {
      wanted.add(WEB_ADAPTER);
    }
    List<String> linked = linked(wanted, new LinkProbe(loader, engine), version);
    onVersion.accept(version);
    Object values =
        Class.forName(SERVICES, true, loader).getConstructors()[0].newInstance(services);
    Predicate<String> isLinked = linked::contains;
    Consumer<Throwable> onFault = this::fault;
    return (Function<Object[], Object>[])
        Class.forName(ADAPTERS, true, loader)
            .getMethod("of", values.getClass(), Predicate.class, Consumer.class)
            .invoke(null, values, isLinked, onFault);
  }

  private List<String> linked(List<String> wanted, LinkProbe probe, String version) {
    List<String> linked = new ArrayList<>();
    Map<String, String> dark = new LinkedHashMap<>();
    for (String adapter : wanted) {
      String missing = probe.missing(CompanionLoader.OWN + adapter);
      if (missing == null) {
        linked.add(adapter);
      } else {
        dark.merge(missing, adapter, (first, next) -> first + ", " + next);
      }
    }
    // One sentence for one cause, however many hooks it puts out.
    dark.forEach((missing, adapters) -> problems.report(notLinked(version, missing, adapters)));
    return linked;
  }

  private static Problem notLinked(String version, String missing, String adapters) {
    return new Problem(
        "MCP SDK " + version + " has no " + missing,
        adapters,
        "what needs it stays off, everything else works; use an SDK that was tested, "
            + TestedVersions.range());
  }

  private void fault(Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    problems.report(
        new Problem(
            "a call could not be followed: " + fault,
            frames.length == 0 ? "no stack trace" : frames[0].toString(),
            "please report this; the call itself went on as without the agent"));
  }
}
