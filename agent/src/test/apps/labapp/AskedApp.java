package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A client that its server may ask things, one that it may not, and one whose user says no.
 * Argument: the errand; its operations are tools. The capable one's sampling handler fails, its
 * roots are fine.
 */
public final class AskedApp {
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

  private static Object capabilities() throws Exception {
    Object builder =
        Loose.statically("io.modelcontextprotocol.spec.McpSchema$ClientCapabilities", "builder");
    Loose.call(builder, "roots", false);
    Loose.call(builder, "sampling");
    return Loose.call(builder, "build");
  }
}
