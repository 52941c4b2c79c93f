package dev.mcpdiag.classify;

import static dev.mcpdiag.evidence.FactKind.MESSAGE_UNREADABLE;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures that the SDK or this JVM makes itself: states, unreadable answers, defects. */
final class StateRules {
  private static final String SPEC = "io.modelcontextprotocol.spec.";

  private static final List<String> DEFECTS =
      List.of(
          "java.lang.NullPointerException",
          "java.lang.ClassCastException",
          "java.lang.LinkageError",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.ArithmeticException");

  private StateRules() {}

  static @Nullable Verdict judge(Case failed) {
    ThrowableChain chain = failed.chain();
    if (chain.has(SPEC + "McpTransportSessionNotFoundException")) {
      return Verdict.of(
          Codes.SESSION_EXPIRED,
          Origin.PEER,
          "session-not-found",
          "the SDK was told that the session is gone");
    }
    if (chain.has(SPEC + "McpTransportSessionClosedException")) {
      return Verdict.of(
              Codes.NOT_CONNECTED, Origin.LOCAL, "session-closed", "the transport is closed")
          .reason("closed");
    }
    Verdict unreadable = unreadable(failed);
    if (unreadable != null) {
      return unreadable;
    }
    return chain.says("does not provide") && chain.says("capability")
        ? Verdict.of(
                Codes.METHOD_NOT_FOUND,
                Origin.PEER,
                "capability-missing",
                "the server does not offer the capability")
            .sure(Confidence.MEDIUM)
        : bySdkText(failed);
  }

  private static @Nullable Verdict unreadable(Case failed) {
    String media = failed.facts().mediaType();
    if (media != null && !media.endsWith("json") && !media.equals("text/event-stream")) {
      boolean isProxy = failed.facts().hasIntermediary();
      return MediaRules.wrong(media, isProxy, "on this request");
    }
    return failed.facts().has(MESSAGE_UNREADABLE) || isUnreadable(failed.chain())
        ? Verdict.of(
            Codes.MALFORMED_MESSAGE,
            Origin.PEER,
            "unreadable-answer",
            "the answer could not be read as JSON-RPC")
        : null;
  }

  /** A JSON reader's exception, of Jackson 2 or 3, anywhere in the chain. */
  static boolean isUnreadable(ThrowableChain chain) {
    return chain.any(
        link ->
            // no whole name: the build would rename it with our own Jackson
            link.type().contains(".jackson.")
                || link.message().startsWith("Cannot deserialize JSONRPCMessage"));
  }

  /** Texts of the SDK for states that have no type of their own; then plain defects. */
  private static @Nullable Verdict bySdkText(Case failed) {
    ThrowableChain chain = failed.chain();
    if (chain.says("session with server terminated")) {
      return Verdict.of(
              Codes.SESSION_EXPIRED, Origin.PEER, "session-terminated", "the SDK ended the session")
          .sure(Confidence.MEDIUM);
    }
    if (failed.phase() == Phase.INIT && chain.says("unsupported protocol version")) {
      return Verdict.of(
              Codes.PROTOCOL_MISMATCH,
              Origin.PEER,
              "protocol-version",
              "the SDK does not speak the protocol version that the server chose")
          .sure(Confidence.MEDIUM);
    }
    if (chain.says("must be initialized")) {
      return Verdict.of(
              Codes.NOT_CONNECTED, Origin.LOCAL, "not-connected", "the client is not connected")
          .reason("not_initialized")
          .sure(Confidence.MEDIUM);
    }
    if (chain.says("failed to enqueue message")) { // while neither closing nor dead
      return Verdict.of(
              Codes.OVERLOADED, Origin.LOCAL, "queue-full", "the transport's queue took no more")
          .sure(Confidence.MEDIUM);
    }
    if (chain.says("tool call result validation failed")) {
      return Verdict.of(
              Codes.OUTPUT_SCHEMA_VIOLATION,
              Origin.TOOL,
              "client-output-validation",
              "the SDK's check of the result against the tool's output schema failed")
          .sure(Confidence.MEDIUM);
    }
    if (chain.says("multi round-trip retry limit") || chain.says("inputrequests that the client")) {
      return Verdict.of(
              Codes.USER_INPUT_REQUIRED,
              Origin.PEER,
              "input-not-supplied",
              "the server asked for input that this application did not supply")
          .sure(Confidence.LOW);
    }
    for (String defect : DEFECTS) {
      if (chain.has(defect)) {
        return Verdict.of(
            Codes.INTERNAL_ERROR,
            Origin.LOCAL,
            "local-defect",
            NetworkRules.simple(chain.innermost()) + " in this JVM");
      }
    }
    return null;
  }
}
