package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.Answers;
import dev.mcpdiag.lab.HttpPeer;
import dev.mcpdiag.lab.McpPeer;
import dev.mcpdiag.lab.OtlpReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the application catches is what it catches without the agent, down to the frames. */
class ExceptionsUnchangedIT {
  @Test
  void haveTheSameClassesMessagesSuppressedAndFrames() throws IOException {
    try (Ports ports = new Ports();
        HttpPeer peer = new HttpPeer(failing())) {
      List<String> errands = new ArrayList<>();
      for (String mode : List.of("sync", "async")) {
        String url = "http://127.0.0.1:" + peer.port();
        errands.add(errand(mode, url, calls()));
        errands.add(errand(mode, url, "op=init\top=call slow\top=call echo\trequestTimeout=2500"));
        errands.add(errand(mode, ports.refusing(), "op=init"));
        errands.add(errand(mode, "http://nowhere.invalid", "op=init"));
        errands.add(
            Outing.errand(
                "id=" + mode,
                "mode=" + mode,
                "transport=stdio",
                "command=/no/such/program",
                "initTimeout=800",
                "op=init"));
      }
      String[] all = errands.toArray(new String[0]);
      Ended alone = new Outing(all).run();
      Ended watched = new Outing(all).agent("").variable("OTEL_LOGS_EXPORTER", "none").run();

      assertTrue(alone.stdout().contains("McpError: no such thing"), alone::stdout);
      assertEquals(masked(alone), masked(watched));
      assertEquals(alone.exit(), watched.exit());
    }
  }

  @Test
  void onAnInterruptedThreadAreTheSameAndTheCallCountsAsCancelled() throws IOException {
    try (HttpPeer peer = new HttpPeer(failing());
        OtlpReceiver receiver = new OtlpReceiver()) {
      String url = "http://127.0.0.1:" + peer.port();
      String[] errands = {
        // First of all on an interrupted thread: the agent's own start must not eat the interrupt.
        errand("sync", url, "op=interrupted init"),
        errand("sync", url, "op=init\top=interrupted call slow\top=call echo")
      };
      Ended alone = new Outing(errands).run();
      Ended watched = new Outing(errands).agent("").collector(receiver.endpoint()).run();

      assertEquals(masked(alone), masked(watched));
      assertTrue(alone.stdout().contains("InterruptedException"), alone::stdout);
      assertTrue(
          receiver.awaitFailures(1, Duration.ofSeconds(1)).stream()
              .anyMatch(
                  event ->
                      event.text("mcpdiag.code").equals("MCP_CANCELLED")
                          && event.text("gen_ai.tool.name").equals("slow")),
          () -> "no MCP_CANCELLED for the slow tool: " + receiver.events());
    }
  }

  private static McpPeer failing() {
    return new McpPeer()
        .but("tools/call rpc", Answers.rpcError(-32603, "no such thing"))
        .but("tools/call down", Answers.status(503))
        .but("tools/call login", Answers.status(401))
        .but("tools/call page", Answers.html(200))
        .but("tools/call gone", Answers.hangUp())
        .but("tools/call slow", Answers.later(4000, Answers.result("{\"content\":[]}")));
  }

  private static String calls() {
    return "op=init\top=call rpc\top=call down\top=call login\top=call page\top=call gone"
        + "\top=call echo";
  }

  private static String errand(String mode, String url, String operations) {
    return Outing.errand(
        "id=" + mode,
        "mode=" + mode,
        "transport=streamable",
        "url=" + url,
        operations,
        // A busy machine starts slowly; an errand that is to time out says so before this.
        "initTimeout=30000",
        "requestTimeout=30000");
  }

  private static String masked(Ended ended) {
    return ended
        .stdout()
        .replaceAll("[0-9a-f]{8}-\\d+", "REQUEST")
        .replaceAll("@[0-9a-f]{4,8}\\b", "@HASH");
  }
}
