package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A client that its server may ask things, one that it may not, and one whose user says no.
 * Argument: the errand; its operations are tools. The capable one's sampling handler fails, its
 * roots are fine, what its elicitation handler does stands in the question, and both sides have
 * news. The last visit is to a server that blocks nowhere.
 */
public final class AskedApp {
  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";

  private AskedApp() {}

  public static void main(String[] args) throws Exception {
    Errand errand = Errand.of(args[0]);
    Function<Object, Object> failing =
        request -> {
          Tools.aMoment(); // who throws at once may destroy its own answer in the SDK
          throw new IllegalStateException("no model at hand");
        };
    Function<Object, Object> declining =
        request -> {
          Tools.aMoment();
          throw Deeds.error(-1, "User rejected sampling request");
        };
    List<String> tools = errand.all("op");
    visit(Transports.of(errand), errand, tools, failing);
    // A server that has news tells those as well who have gone.
    visit(
        Transports.of(errand),
        errand,
        tools.stream().filter(tool -> !tool.equals(News.TOOL)).toList(),
        null);
    visit(Transports.of(errand), errand, List.of("sampling"), declining);
    News.visit(Transports.of(Errand.of(args[1])));
    Thread.sleep(1500); // what is still to be exported must leave
    System.exit(0);
  }

  private static void visit(
      McpClientTransport transport,
      Errand errand,
      List<String> tools,
      Function<Object, Object> sampling)
      throws Exception {
    var specification =
        McpClient.sync(transport).requestTimeout(errand.millis("requestTimeout", 8000));
    if (sampling != null) {
      Loose.call(specification, "capabilities", capabilities());
      Loose.call(specification, "sampling", sampling);
      if (isEliciting()) {
        Loose.call(specification, "elicitation", (Function<Object, Object>) AskedApp::elicited);
      }
      News.hear(specification, true);
    }
    McpSyncClient client = specification.build();
    client.initialize();
    boolean hasNews = tools.contains(News.TOOL);
    if (hasNews) {
      News.listenForAMoment();
    }
    for (String tool : tools) {
      try {
        client.callTool(new CallToolRequest(tool, Map.of()));
        System.out.println(tool + "\tok");
      } catch (RuntimeException e) {
        System.out.println(tool + "\t" + Outcome.failed(e));
      }
    }
    if (hasNews) {
      client.rootsListChangedNotification();
      News.listenForAMoment();
    }
    client.closeGracefully();
  }

  /** Elicitation came with 0.11. */
  private static boolean isEliciting() {
    return Loose.type(SCHEMA + "ElicitResult").isPresent();
  }

  private static Object elicited(Object form) {
    Tools.aMoment();
    try {
      String question = (String) Loose.call(form, "message");
      String way = question.substring("elicitation-".length());
      if (way.equals("fails")) {
        throw new IllegalStateException("no user at hand");
      }
      Object action =
          Loose.statically(SCHEMA + "ElicitResult$Action", "valueOf", way.toUpperCase(Locale.ROOT));
      return Tools.record(
          Class.forName(SCHEMA + "ElicitResult"),
          way.equals("accept")
              ? Map.of("action", action, "content", Map.of("city", "Oslo"))
              : Map.of("action", action));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new LinkageError("this SDK version elicits differently", e);
    }
  }

  private static Object capabilities() throws Exception {
    Object builder = Loose.statically(SCHEMA + "ClientCapabilities", "builder");
    Loose.call(builder, "roots", true);
    Loose.call(builder, "sampling");
    if (isEliciting()) {
      Loose.call(builder, "elicitation");
    }
    return Loose.call(builder, "build");
  }
}
