package labapp;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** What handlers do: each name is one way to fail, or not. */
final class Deeds {
  static final List<String> TOOLS =
      List.of(
          "echo",
          "runtime",
          "silent",
          "coded",
          "argument",
          "illegal",
          "refused",
          "sql08001",
          "sql23505",
          "sql28000",
          "denied",
          "assertion",
          "overflow",
          "unlinked",
          "nothing",
          "sad",
          "sampling",
          "elicitation-accept",
          "elicitation-decline",
          "elicitation-cancel",
          "elicitation-fails",
          "roots",
          "telling",
          News.TOOL,
          "debugid",
          "pause",
          "atonce");
  static final List<String> PROMPTS = List.of("echo", "runtime", "illegal", "refused", "debugid");

  private static final int NOBODY_LISTENS = 1;

  private Deeds() {}

  /** Returns normally, or throws what the name says. */
  static void perform(String deed) {
    switch (deed) {
      case "pause" -> pause();
      case "runtime", "atonce" -> throw new IllegalStateException("ledger 7 is closed");
      case "silent" -> throw new IllegalStateException((String) null);
      case "coded" -> throw error(-32050, "the plan has no seats left");
      case "argument" -> throw error(-32602, "argument city is required");
      case "illegal" -> throw new IllegalArgumentException("city must not be empty");
      case "refused" -> connect();
      case "sql08001" ->
          throw new IllegalStateException(
              "no stock figures", new SQLException("cannot connect to 10.0.3.7", "08001"));
      case "sql23505" -> throw sneaky(new SQLException("duplicate key", "23505"));
      case "sql28000" -> throw sneaky(new SQLException("login refused", "28000"));
      case "denied" -> throw new SecurityException("not for you");
      case "absent" -> Objects.requireNonNull(null, "no stock figures at hand");
      case "assertion" -> throw new AssertionError("balance is negative");
      case "overflow" -> deeper(1);
      case "unlinked" -> throw new NoClassDefFoundError("com/example/Missing");
      default -> {}
    }
  }

  /** Works for longer than {@code mcpdiag.hung-after} of the lab, and then answers all the same. */
  private static void pause() {
    try {
      Thread.sleep(2_500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void connect() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", NOBODY_LISTENS));
    } catch (java.io.IOException e) {
      throw new IllegalStateException("the stock service is away", e);
    }
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + deeper(depth);
  }

  static RuntimeException error(int code, String message) {
    try {
      String type = "io.modelcontextprotocol.spec.McpSchema$JSONRPCResponse$JSONRPCError";
      Object error =
          Tools.record(Class.forName(type), java.util.Map.of("code", code, "message", message));
      return (RuntimeException) Loose.create("io.modelcontextprotocol.spec.McpError", error);
    } catch (Exception e) {
      throw new LinkageError("this SDK version makes errors differently", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable throwable) throws T {
    throw (T) throwable;
  }
}
