package dev.mcpdiag.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class McpDiagnosticsTest {
  /** As an SDK's record: public, with a public {@code meta()}. */
  public record Result(@Nullable Map<String, Object> meta) {}

  /** As a result of an SDK that knew no {@code _meta}. */
  public record OldResult(boolean isError) {}

  @AfterEach
  void agentGoes() throws ReflectiveOperationException {
    link(null);
  }

  @Nested
  class WithoutTheAgent {
    @Test
    void knowsNothing() {
      assertFalse(McpDiagnostics.isActive());
      assertEquals(Optional.empty(), McpDiagnostics.find(new IOException("lost")));
      assertEquals(Optional.empty(), McpDiagnostics.find((Object) new IOException("lost")));
      assertEquals(Optional.empty(), McpDiagnostics.find((Object) null));
      assertFalse(McpDiagnostics.isRetryable(new IOException("lost")));
      assertEquals(Optional.empty(), McpDiagnostics.currentDebugId());
      McpDiagnostics.identity("ann", "c1").close();
    }

    @Test
    void readsWhatTheServerSent() {
      Object result = new Result(Map.of("dev.mcpdiag/diagnosis", CarrierTest.SENT_BY_A_SERVER));
      assertEquals("MCP_TOOL_DEPENDENCY_FAILED", McpDiagnostics.find(result).orElseThrow().code());
    }

    @Test
    void findsNothingInOtherObjects() {
      assertEquals(Optional.empty(), McpDiagnostics.find(new Result(null)));
      assertEquals(Optional.empty(), McpDiagnostics.find(new Result(Map.of("progressToken", 1))));
      assertEquals(Optional.empty(), McpDiagnostics.find(new OldResult(true)));
      assertEquals(Optional.empty(), McpDiagnostics.find("a text"));
    }
  }

  @Nested
  class WithTheAgent {
    private final Throwable near = new IOException("near");
    private final Throwable far = new IOException("far");

    @Test
    void findsTheDiagnosisOfACause() throws ReflectiveOperationException {
      knows(Map.of(far, busy("ACME_FAR")));
      Throwable caught = new IllegalStateException(new RuntimeException(far));
      assertEquals("ACME_FAR", McpDiagnostics.find(caught).orElseThrow().code());
      assertTrue(McpDiagnostics.isActive());
      assertTrue(McpDiagnostics.isRetryable(caught));
    }

    @Test
    void findsTheDiagnosisOfASuppressedOne() throws ReflectiveOperationException {
      knows(Map.of(far, busy("ACME_FAR")));
      Throwable caught = new IllegalStateException("block");
      caught.addSuppressed(new RuntimeException(far));
      assertEquals("ACME_FAR", McpDiagnostics.find(caught).orElseThrow().code());
    }

    @Test
    void prefersTheNearest() throws ReflectiveOperationException {
      knows(Map.of(far, busy("ACME_FAR"), near, busy("ACME_NEAR")));
      Throwable caught = new IllegalStateException(new RuntimeException(far));
      caught.addSuppressed(near);
      assertEquals("ACME_NEAR", McpDiagnostics.find(caught).orElseThrow().code());
    }

    @Test
    void comesBackFromACircle() throws ReflectiveOperationException {
      knows(Map.of());
      Throwable first = new IllegalStateException("first");
      Throwable second = new IllegalStateException("second", first);
      first.initCause(second);
      second.addSuppressed(first);
      assertEquals(Optional.empty(), McpDiagnostics.find(first));
    }

    @Test
    void prefersItsOwnWordToTheServers() throws ReflectiveOperationException {
      Object result = new Result(Map.of("dev.mcpdiag/diagnosis", CarrierTest.SENT_BY_A_SERVER));
      link((operation, input) -> operation.equals("find-result") ? busy("ACME_OWN") : null);
      assertEquals("ACME_OWN", McpDiagnostics.find(result).orElseThrow().code());
    }

    @Test
    void tellsTheDebugIdOfThisThread() throws ReflectiveOperationException {
      link((operation, input) -> operation.equals("debug-id") ? "4bf9" : null);
      assertEquals(Optional.of("4bf9"), McpDiagnostics.currentDebugId());
    }

    @Test
    void tellsTheAgentWhoItIsAndWhenThatEnds() throws ReflectiveOperationException {
      List<Object> heard = new ArrayList<>();
      Runnable end = () -> heard.add("end");
      link(
          (operation, input) -> {
            heard.add(operation + input);
            return end;
          });
      try (McpDiagnostics.Scope ann = McpDiagnostics.identity("ann", null)) {
        assertNotNull(ann);
        heard.add("call");
      }
      assertEquals(List.of("identity{user=ann, conversation=}", "call", "end"), heard);
    }

    @Test
    void hidesNoFailureBehindADefectOfTheAgent() throws ReflectiveOperationException {
      link(
          (operation, input) -> {
            throw new NoClassDefFoundError("agent");
          });
      assertEquals(Optional.empty(), McpDiagnostics.find(near));
      assertEquals(Optional.empty(), McpDiagnostics.currentDebugId());
    }

    private void knows(Map<Throwable, Map<String, Object>> known)
        throws ReflectiveOperationException {
      link((operation, input) -> operation.equals("find-throwable") ? known.get(input) : null);
    }

    private static Map<String, Object> busy(String code) {
      return Map.of("code", code, "failureType", "transient", "retry", "yes");
    }
  }

  private static void link(@Nullable BiFunction<String, @Nullable Object, @Nullable Object> agent)
      throws ReflectiveOperationException {
    var field = AgentLink.class.getDeclaredField("link");
    field.setAccessible(true);
    field.set(null, agent);
  }
}
