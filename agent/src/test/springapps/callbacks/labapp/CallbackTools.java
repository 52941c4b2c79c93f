package labapp;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;

/** Tools for a model that Spring AI offers over MCP; it catches what they throw. */
public final class CallbackTools {
  private static final String UTILS = "org.springframework.ai.mcp.McpToolUtils";

  private CallbackTools() {}

  public static List<?> of(String mode, boolean isStateless) throws Exception {
    String way =
        (isStateless ? "toStateless" : "to") + (mode.equals("sync") ? "Sync" : "Async") + "Tool";
    List<Object> all = new ArrayList<>();
    for (ToolCallback callback : ToolCallbacks.from(new Work())) {
      all.add(
          isStateless
              ? stateless(way + "Specification", callback)
              : Loose.statically(UTILS, way + "Specification", callback));
    }
    return all;
  }

  private static Object stateless(String way, ToolCallback callback) throws Exception {
    for (var method : Class.forName(UTILS).getMethods()) {
      if (method.getName().equals(way)) {
        return method.invoke(null, callback, null);
      }
    }
    throw new NoSuchMethodException(way);
  }

  /** What a model may call. */
  public static final class Work {
    @Tool(name = "callback-echo", description = "goes well")
    public String echo() {
      return work("echo");
    }

    @Tool(name = "callback-runtime", description = "throws")
    public String runtime() {
      return work("runtime");
    }

    @Tool(name = "callback-absent", description = "misses something")
    public String absent() {
      return work("absent");
    }

    @Tool(name = "callback-refused", description = "asks nobody")
    public String refused() {
      return work("refused");
    }

    @Tool(name = "callback-sql08001", description = "has no database")
    public String database() {
      return work("sql08001");
    }

    private static String work(String deed) {
      Deeds.perform(deed);
      return "done";
    }
  }
}
