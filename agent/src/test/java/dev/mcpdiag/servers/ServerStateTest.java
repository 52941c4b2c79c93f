package dev.mcpdiag.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.FailureType;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.api.Transport;
import dev.mcpdiag.failure.ConnectionState;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Failures;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.failure.Origin;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One server, several connections of its name. */
class ServerStateTest {
  private final List<Notice> told = new ArrayList<>();
  private final Servers servers = new Servers(told::add);
  private final ServerState server = servers.of("search");
  private final Link one = link(null);
  private final Link other = link(null);

  @Test
  void staysConnectedUntilItsLastConnectionIsClosed() {
    open(one);
    open(other);
    server.closed(one);
    assertEquals("connected", state());
    server.closed(other);
    assertEquals("disconnected", state());
  }

  @Test
  void aSecondConnectionOnItsWayChangesNothing() {
    open(one);
    server.connecting(other);
    assertEquals("connected", state());
  }

  @Test
  void whatIsHeardLastOfAnyConnectionCounts() {
    open(one);
    open(other);
    server.failed(one, failure("MCP_SERVER_UNAVAILABLE", Phase.CALL, null));
    assertEquals("error", state());
    server.succeeded(other);
    assertEquals("connected", state());
    assertEquals("MCP_SERVER_UNAVAILABLE", lastError().code(), "still known");
  }

  @Test
  void theProcessOfOneConnectionSaysNothingOfTheOthers() {
    Link mine = link("search");
    Link yours = link("search");
    open(mine);
    open(yours);
    server.failed(mine, failure("MCP_STDIO_PROCESS_EXITED", Phase.STREAM, "search"));
    assertEquals("connected", state());
    server.failed(yours, failure("MCP_STDIO_PROCESS_EXITED", Phase.STREAM, "search"));
    assertEquals("error", state());
  }

  @Test
  void whatIsWrongStaysWhenTheClientThatNeverGotInIsClosed() {
    server.connecting(one);
    server.failed(one, failure("MCP_CONNECTION_REFUSED", Phase.INIT, null));
    server.closed(one);
    assertEquals("error", state());
    server.connecting(other);
    assertEquals("connecting", state());
  }

  @Test
  void aSignInThatIsMissingStaysSo() {
    open(one);
    server.failed(one, failure("MCP_TOKEN_INVALID", Phase.CALL, null));
    server.closed(one);
    assertEquals("auth_required", state());
    assertTrue(servers.all().get(0).requiresOAuth());
  }

  @Test
  void aToolThatFailsIsALastErrorAndNoState() {
    open(one);
    server.failed(one, failure("MCP_TOOL_EXECUTION_FAILED", Phase.CALL, null));
    assertEquals("connected", state());
    assertEquals("MCP_TOOL_EXECUTION_FAILED", lastError().code());
    server.failed(one, failure("MCP_CANCELLED", Phase.CALL, null));
    assertEquals("MCP_TOOL_EXECUTION_FAILED", lastError().code(), "nobody made an error");
  }

  @Test
  void aServerThatFlickersIsToldOfNowAndThenAndRightlyInTheEnd() {
    for (int i = 0; i < 1_000; i++) {
      server.failed(one, failure("MCP_SERVER_UNAVAILABLE", Phase.CALL, null));
      server.succeeded(one);
    }
    server.failed(one, failure("MCP_SERVER_UNAVAILABLE", Phase.CALL, null));
    assertTrue(told.size() <= 10, () -> told.size() + " events");
    servers.look();
    Notice.StateChanged last = (Notice.StateChanged) told.get(told.size() - 1);
    assertEquals(ConnectionState.ERROR, last.state());
  }

  @Test
  void eachEventBeginsWhereTheOneBeforeEnded() {
    server.connecting(one);
    open(one);
    server.closed(one);
    ConnectionState before = ConnectionState.DISCONNECTED;
    for (Notice notice : told) {
      Notice.StateChanged change = (Notice.StateChanged) notice;
      assertEquals(before, change.previous());
      before = change.state();
    }
    assertEquals(3, told.size());
  }

  private void open(Link link) {
    server.isOpen(link);
  }

  private String state() {
    return servers.all().get(0).connectionState().text();
  }

  private LastError lastError() {
    LastError error = servers.all().get(0).lastError();
    if (error == null) {
      throw new AssertionError("no last error");
    }
    return error;
  }

  private static Link link(@Nullable String command) {
    Peer peer = peer(command);
    return new Link() {
      @Override
      public Peer peer() {
        return peer;
      }
    };
  }

  private static Peer peer(@Nullable String command) {
    Transport transport = command == null ? Transport.STREAMABLE_HTTP : Transport.STDIO;
    return new Peer("search", null, transport, null, null, command);
  }

  private static Failure failure(String code, Phase phase, @Nullable String command) {
    Origin origin = code.startsWith("MCP_TOOL") ? Origin.TOOL : Origin.NETWORK;
    return Failures.of(
        Failures.attempt(phase, peer(command), Request.of("tools/call")),
        Diagnosis.of(code, FailureType.TRANSIENT).build(),
        origin,
        "");
  }
}
