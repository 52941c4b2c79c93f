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
 * roots are fine, and what its elicitation handler does stands in the question.
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
    visit(Transports.of(errand), errand, errand.all("op"), failing);
    visit(Transports.of(errand), errand, errand.all("op"), null);
    visit(Transports.of(errand), errand, List.of("sampling"), declining);
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
    }
    McpSyncClient client = specification.build();
    client.initialize();
    for (String tool : tools) {
      try {
        client.callTool(new CallToolRequest(tool, Map.of()));
        System.out.println(tool + "\tok");
      } catch (RuntimeException e) {
        System.out.println(tool + "\t" + Outcome.failed(e));
      }
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
    Loose.call(builder, "roots", false);
    Loose.call(builder, "sampling");
    if (isEliciting()) {
      Loose.call(builder, "elicitation");
    }
    return Loose.call(builder, "build");
  }
}
