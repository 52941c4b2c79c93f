package labapp;

import java.util.List;
import org.springframework.ai.mcp.annotation.McpTool;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tools that Spring AI makes of annotated methods; it catches what they throw. */
public final class AnnotatedTools {
  private AnnotatedTools() {}

  public static List<?> of(String mode, boolean isStateless) throws Exception {
    boolean isSync = mode.equals("sync");
    String type =
        (isSync ? "Sync" : "Async") + (isStateless ? "Stateless" : "") + "McpToolProvider";
    Object provider =
        Loose.create(located(type), List.of(isSync ? new Blocking() : new Reactive()));
    return (List<?>) Loose.call(provider, "getToolSpecifications");
  }

  private static String located(String type) {
    String old = "org.springaicommunity.mcp.provider.tool." + type;
    return Loose.type(old).isPresent()
        ? old
        : "org.springframework.ai.mcp.annotation.provider.tool." + type;
  }

  /** Methods that block. */
  public static final class Blocking {
    @McpTool(name = "annotated-echo", description = "goes well")
    public String echo() {
      return work("echo");
    }

    @McpTool(name = "annotated-runtime", description = "throws")
    public String runtime() {
      return work("runtime");
    }

    @McpTool(name = "annotated-absent", description = "misses something")
    public String absent() {
      return work("absent");
    }

    @McpTool(name = "annotated-illegal", description = "wants other arguments")
    public String illegal() {
      return work("illegal");
    }

    @McpTool(name = "annotated-refused", description = "asks nobody")
    public String refused() {
      return work("refused");
    }

    @McpTool(name = "annotated-sql08001", description = "has no database")
    public String database() {
      return work("sql08001");
    }
  }

  /** Methods whose work is done when somebody subscribes. */
  public static final class Reactive {
    @McpTool(name = "annotated-echo", description = "goes well")
    public Mono<String> echo() {
      return Mono.fromCallable(() -> work("echo"));
    }

    @McpTool(name = "annotated-runtime", description = "throws at once")
    public Mono<String> runtime() {
      return Mono.just(work("runtime"));
    }

    @McpTool(name = "annotated-absent", description = "misses something in a stream")
    public Flux<String> absent() {
      return Flux.defer(() -> Flux.just(work("absent")));
    }

    @McpTool(name = "annotated-illegal", description = "wants other arguments")
    public Mono<String> illegal() {
      return Mono.fromCallable(() -> work("illegal"));
    }

    @McpTool(name = "annotated-refused", description = "asks nobody")
    public Mono<String> refused() {
      return Mono.fromCallable(() -> work("refused"));
    }

    @McpTool(name = "annotated-sql08001", description = "has no database, on another thread")
    public Mono<String> database() {
      return Mono.fromCallable(AnnotatedTools::workSlowly).subscribeOn(Schedulers.boundedElastic());
    }
  }

  private static String workSlowly() {
    Tools.aMoment(); // who throws at once may destroy its own answer in the SDK
    return work("sql08001");
  }

  private static String work(String deed) {
    Deeds.perform(deed);
    return "done";
  }
}
