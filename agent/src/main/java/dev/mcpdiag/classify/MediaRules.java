package dev.mcpdiag.classify;

import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.failure.Origin;

/** Answers of another kind than MCP's (design/taxonomy.md#ambiguous-evidence). */
final class MediaRules {
  private MediaRules() {}

  /**
   * Judges the media type of a successful answer that is not MCP's.
   *
   * @param isProxy whether its headers show an intermediary
   * @param where ends the sentence: {@code on this request}
   */
  static Verdict wrong(String media, boolean isProxy, String where) {
    String what = media.equals("text/html") ? "text/html" : "not MCP's";
    return Verdict.of(
            isProxy ? Codes.BLOCKED_BY_PROXY : Codes.UNEXPECTED_RESPONSE,
            isProxy ? Origin.PROXY : Origin.PEER,
            "media-type",
            "the answer's media type is " + what + " " + where)
        .reason("media_type");
  }
}
