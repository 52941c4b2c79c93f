package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Side;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.AgenticWorkflows;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What the peer's JSON-RPC error code means for the method that was called
 * (design/taxonomy.md#the-protocols-error-codes).
 */
final class PeerErrorRules {
  /** The number that servers of the Python SDK give an exception of their own. */
  private static final int PYTHON = 0;

  private PeerErrorRules() {}

  /** Codes that the specification assigns; they outrank the HTTP status. */
  static @Nullable Verdict assigned(int code, Case failed, @Nullable PeerError peer) {
    return switch (code) {
      case -32700 -> verdict(Codes.MALFORMED_MESSAGE, code);
      case -32600 -> invalidRequest(peer);
      case -32601 -> methodNotFound(failed);
      case -32602 -> invalidParams(failed, peer);
      case -32002 -> verdict(Codes.RESOURCE_NOT_FOUND, code);
      case -32042 -> verdict(Codes.URL_ELICITATION_REQUIRED, code);
      case -32020 -> verdict(Codes.HEADER_MISMATCH, code);
      case -32021 -> verdict(Codes.CLIENT_CAPABILITY_MISSING, code);
      case -32022 -> verdict(Codes.PROTOCOL_MISMATCH, code);
      default -> null;
    };
  }

  /** All other codes: nothing may be assumed but that the peer failed. */
  static Verdict unassigned(int code, Case failed) {
    if (code == -32603) {
      return internal(failed);
    }
    if (code == PYTHON) {
      return python(failed);
    }
    return code == -1 && failed.method().startsWith("sampling/")
        ? Verdict.of(
            Codes.USER_DECLINED,
            Origin.USER,
            "peer-error-declined",
            "JSON-RPC error -1 on sampling")
        : verdict(Codes.SERVER_ERROR, code);
  }

  /**
   * SDK servers up to 0.13 said -32603 about unknown names too
   * (design/sdk-old-api.md#server-what-is-answered).
   */
  private static Verdict internal(Case failed) {
    String text = text(failed.peer());
    return switch (failed.method()) {
      case "tools/call" ->
          !Boolean.TRUE.equals(failed.isToolListed())
                  && (text.startsWith("tool not found") || text.startsWith("unknown tool"))
              ? verdict(Codes.TOOL_NOT_FOUND, -32603)
                  .sure(failed.isToolListed() == null ? Confidence.MEDIUM : Confidence.HIGH)
              : verdict(Codes.SERVER_ERROR, -32603);
      case "prompts/get" -> saying(text, "prompt not found", Codes.PROMPT_NOT_FOUND);
      case "resources/read" -> saying(text, "resource not found", Codes.RESOURCE_NOT_FOUND);
      default -> verdict(Codes.SERVER_ERROR, -32603);
    };
  }

  /** Its exact texts about names; all else of that number says nothing. */
  private static Verdict python(Case failed) {
    String text = text(failed.peer());
    String code =
        switch (failed.method()) {
          case "prompts/get" ->
              text.startsWith("unknown prompt: ")
                  ? Codes.PROMPT_NOT_FOUND
                  : text.startsWith("missing required arguments: ") ? Codes.INVALID_PARAMS : null;
          case "resources/read" ->
              text.startsWith("unknown resource: ") ? Codes.RESOURCE_NOT_FOUND : null;
          default -> null;
        };
    return code == null
        ? verdict(Codes.SERVER_ERROR, PYTHON)
        : verdict(code, PYTHON).sure(Confidence.MEDIUM);
  }

  private static Verdict saying(String text, String start, String code) {
    return text.startsWith(start)
        ? verdict(code, -32603).sure(Confidence.MEDIUM)
        : verdict(Codes.SERVER_ERROR, -32603);
  }

  /** A client that does not know a request of its server lacks a capability. */
  private static Verdict methodNotFound(Case failed) {
    boolean isAskedByServer = failed.side() == Side.SERVER && !failed.isAnswering();
    if (failed.side() == Side.CLIENT && failed.isAnswering()) {
      return verdict(Codes.CLIENT_HANDLER_FAILED, -32601)
          .because("this application has no handler for the request")
          .reason(HandlerRules.handlerName(failed.method()));
    }
    return verdict(
        isAskedByServer ? Codes.CLIENT_CAPABILITY_MISSING : Codes.METHOD_NOT_FOUND, -32601);
  }

  private static Verdict invalidRequest(@Nullable PeerError peer) {
    return AgenticWorkflows.isDenial(data(peer))
        ? Verdict.of(
                Codes.PERMISSION_DENIED,
                Origin.PEER,
                "peer-error-role",
                "JSON-RPC error -32600 whose data says that a role is missing")
            .reason("role")
        : verdict(Codes.INVALID_REQUEST, -32600);
  }

  private static Verdict invalidParams(Case failed, @Nullable PeerError peer) {
    return switch (failed.method()) {
      case "initialize" -> verdict(Codes.PROTOCOL_MISMATCH, -32602);
      case "tools/call" -> aboutTool(failed, peer);
      case "prompts/get" -> aboutPrompt(peer);
      case "resources/read", "resources/subscribe", "resources/unsubscribe" ->
          verdict(Codes.RESOURCE_NOT_FOUND, -32602);
      default ->
          failed.method().startsWith("tasks/")
              ? verdict(Codes.TASK_NOT_FOUND, -32602)
              : verdict(Codes.INVALID_PARAMS, -32602);
    };
  }

  /** The last tools/list decides; the texts only where none was seen. */
  private static Verdict aboutTool(Case failed, @Nullable PeerError peer) {
    Boolean isListed = failed.isToolListed();
    if (isListed != null) {
      return isListed
          ? verdict(Codes.INVALID_PARAMS, -32602)
          : verdict(Codes.TOOL_NOT_FOUND, -32602)
              .because("JSON-RPC error -32602 and the server's last tools/list lacks the tool");
    }
    String text = text(peer);
    boolean isAboutInput =
        !text.contains("unknown tool")
            && !text.contains("not found")
            && (text.contains("argument") || text.contains("schema") || text.contains("required"));
    return isAboutInput
        ? verdict(Codes.INVALID_PARAMS, -32602).sure(Confidence.LOW)
        : verdict(Codes.TOOL_NOT_FOUND, -32602).sure(Confidence.MEDIUM);
  }

  private static Verdict aboutPrompt(@Nullable PeerError peer) {
    String text = text(peer);
    return text.contains("argument") || text.contains("required")
        ? verdict(Codes.INVALID_PARAMS, -32602).sure(Confidence.LOW)
        : verdict(Codes.PROMPT_NOT_FOUND, -32602).sure(Confidence.MEDIUM);
  }

  private static Verdict verdict(String code, int peerCode) {
    return Verdict.of(
        code,
        Origin.PEER,
        "peer-error" + (peerCode < 0 ? "" : "-") + peerCode,
        "JSON-RPC error " + peerCode + " from the peer");
  }

  private static String text(@Nullable PeerError peer) {
    return peer == null ? "" : Opening.of(peer.message()) + ' ' + Opening.of(data(peer));
  }

  private static String data(@Nullable PeerError peer) {
    return peer == null ? "" : peer.dataJson().orElse("");
  }
}
