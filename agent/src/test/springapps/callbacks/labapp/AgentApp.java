package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.springframework.ai.mcp.SyncMcpToolCallback;

/**
 * An application of Spring AI whose model calls tools of an MCP server. Argument: the errand; its
 * operations are tools. Prints what the model's tool loop would get.
 */
public final class AgentApp {
  private AgentApp() {}

  public static void main(String[] args) throws Exception {
    Errand errand = Errand.of(args[0]);
    McpSyncClient client =
        McpClient.sync(Transports.of(errand))
            .requestTimeout(errand.millis("requestTimeout", 8000))
            .build();
    client.initialize();
    for (String tool : errand.all("op")) {
      try {
        String said = new SyncMcpToolCallback(client, (Tool) Tools.declared(tool)).call("{}");
        System.out.println(tool + "\t" + said);
      } catch (RuntimeException e) {
        System.out.println(tool + "\t" + e.getClass().getName());
      }
    }
    client.closeGracefully();
    Thread.sleep(1500); // what is still to be exported must leave
    System.exit(0);
  }
}
