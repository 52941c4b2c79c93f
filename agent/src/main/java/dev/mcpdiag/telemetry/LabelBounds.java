package dev.mcpdiag.telemetry;

import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Message;
import dev.mcpdiag.failure.Peer;
import dev.mcpdiag.failure.Request;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes labels of what peers, models and classifiers may choose: so many values of each, then one
 * for all the rest (reference/metrics.md#bounds). What is counted under them is never lost. Any
 * thread.
 */
final class LabelBounds {
  /** The label of whatever is too many. */
  static final String OTHER = "other";

  /** The conventions' {@code error.type} where nothing else fits. */
  private static final String OTHER_ERROR = "_OTHER";

  private static final int MOST_SERVERS = 200;
  private static final int MOST_VERSIONS = 20;
  private static final int MOST_CODES = 100;
  private static final int MOST_ERROR_NUMBERS = 50;
  private static final int MOST_ERROR_WORDS = 100;

  private static final Set<String> VERSIONS =
      Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28");
  private static final Set<String> WORDS = Set.of("timeout", "tool_error", OTHER_ERROR);

  /** JSON-RPC's own and MCP's, and the HTTP status codes that clients meet. */
  private static final Set<String> NUMBERS =
      Set.of(
          "-32700", "-32600", "-32601", "-32602", "-32603", "-32000", "-32001", "-32002", "-32042",
          "-32800", "400", "401", "403", "404", "405", "406", "408", "409", "410", "413", "415",
          "422", "429", "500", "501", "502", "503", "504");

  private final TargetLabels targets = new TargetLabels();
  private final BoundedLabels servers = new BoundedLabels(Set.of(), MOST_SERVERS);
  private final BoundedLabels places = new BoundedLabels(Set.of(), MOST_SERVERS);
  private final BoundedLabels versions = new BoundedLabels(VERSIONS, MOST_VERSIONS);
  private final BoundedLabels codes = new BoundedLabels(Set.of(), MOST_CODES);
  private final BoundedLabels numbers = new BoundedLabels(NUMBERS, MOST_ERROR_NUMBERS);
  private final BoundedLabels words = new BoundedLabels(WORDS, MOST_ERROR_WORDS);

  /** Whether this server has a label of its own. */
  boolean hasServer(String name) {
    return servers.admits(name);
  }

  /** {@code mcpdiag.server.name} of a server. */
  String server(String name) {
    return servers.admits(name) ? name : OTHER;
  }

  /** {@code mcpdiag.code}: ours come from a closed list, those of classifiers from anywhere. */
  String code(String code) {
    return code.startsWith("MCP_") || codes.admits(code) ? code : OTHER;
  }

  /** {@code error.type}: class names, HTTP status codes, and JSON-RPC codes that peers choose. */
  @Nullable String errorType(@Nullable String type) {
    return type == null || isErrorAdmitted(type) ? type : OTHER_ERROR;
  }

  /** {@code rpc.response.status_code}; null for one that is too many. */
  @Nullable Integer statusCode(@Nullable Integer code) {
    return code == null || isErrorAdmitted(code.toString()) ? code : null;
  }

  private boolean isErrorAdmitted(String type) {
    boolean isNumber = !type.isEmpty() && type.charAt(0) <= '9';
    return (isNumber ? numbers : words).admits(type);
  }

  /** What a duration's labels say of the call; the same object where all of it may be said. */
  Attempt call(Attempt attempt, TargetProof proof) {
    String method =
        KnownMethods.ALL.contains(attempt.request().method()) ? attempt.request().method() : OTHER;
    String tool = target(attempt.request().tool(), proof);
    String prompt = target(attempt.request().prompt(), proof);
    String version = attempt.message().protocolVersion();
    String shown = version == null || versions.admits(version) ? version : OTHER;
    Peer peer = attempt.peer();
    boolean isPlaceShown =
        peer.address() == null || places.admits(peer.address() + ':' + peer.port());
    boolean isAllShown =
        isPlaceShown
            && method.equals(attempt.request().method())
            && Objects.equals(tool, attempt.request().tool())
            && Objects.equals(prompt, attempt.request().prompt())
            && Objects.equals(shown, version);
    return isAllShown
        ? attempt
        : labelled(attempt, method, tool, prompt, isPlaceShown ? peer : somewhere(peer), shown);
  }

  private @Nullable String target(@Nullable String name, TargetProof proof) {
    return name == null ? null : targets.of(name, proof);
  }

  /** The same call with less detail: when so many series exist that another must not appear. */
  static Attempt coarse(Attempt call) {
    return labelled(
        call,
        call.request().method(),
        call.request().tool(),
        call.request().prompt(),
        somewhere(call.peer()),
        null);
  }

  /** The same for {@code error.type}. */
  static @Nullable String coarse(@Nullable String errorType) {
    return errorType == null ? null : OTHER_ERROR;
  }

  private static Peer somewhere(Peer peer) {
    String address = peer.address() == null ? null : OTHER;
    return new Peer(OTHER, null, peer.transport(), address, null, null);
  }

  private static Attempt labelled(
      Attempt call,
      String method,
      @Nullable String tool,
      @Nullable String prompt,
      Peer peer,
      @Nullable String version) {
    return new Attempt(
        call.side(),
        call.phase(),
        peer,
        new Request(method, tool, prompt, null, List.of()),
        new Message(null, null, version),
        call.execution(),
        null);
  }
}
