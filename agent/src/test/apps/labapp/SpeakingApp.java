package labapp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.util.Map;

/** A client that sends one message of each kind, one after the other. Arguments: of its errand. */
public final class SpeakingApp {
  private SpeakingApp() {}

  public static void main(String[] args) throws Exception {
    McpSyncClient client =
        McpClient.sync(Transports.of(Errand.of(String.join("\t", args))))
            .capabilities(ClientCapabilities.builder().roots(true).build())
            .build();
    client.initialize();
    client.listTools();
    client.callTool(new CallToolRequest("echo", Map.of("city", "Oslo")));
    client.readResource(new ReadResourceRequest("lab://a"));
    client.getPrompt(new GetPromptRequest("p", Map.of("city", "Oslo")));
    client.rootsListChangedNotification();
    client.closeGracefully();
    System.exit(0);
  }
}
