package dev.mcpdiag.redact;

import java.util.Set;

/** Long hex numbers that open nothing: UUIDs, trace ids, commits, digests. */
final class PublicIds {
  private static final int UUID_LENGTH = 36;
  private static final int MAX_WORD = 24;
  private static final int WORDS_BEFORE = 2;

  /** Without signs and in lower case. */
  private static final Set<String> NAMES =
      Set.of(
          "trace",
          "traceid",
          "traceparent",
          "span",
          "debug",
          "debugid",
          "request",
          "requestid",
          "correlation",
          "correlationid",
          "commit",
          "commits",
          "revision",
          "rev",
          "sha",
          "sha1",
          "sha256",
          "digest",
          "checksum",
          "md5",
          "etag",
          "hash",
          "fingerprint",
          "image",
          "build",
          "tree",
          "blob");

  private PublicIds() {}

  static boolean isAt(Marks marks, int from, int to) {
    return isUuid(marks, from, to) || isNamed(marks, from);
  }

  private static boolean isUuid(Marks marks, int from, int to) {
    boolean isUuid = to - from == UUID_LENGTH;
    for (int at = 0; isUuid && at < UUID_LENGTH; at++) {
      boolean isDash = at == 8 || at == 13 || at == 18 || at == 23;
      isUuid = isDash == (marks.at(from + at) == '-');
    }
    return isUuid;
  }

  /** {@code Debug ID 4bf9...}, {@code sha256:4bf9...}, {@code /trace/4bf9...}. */
  private static boolean isNamed(Marks marks, int from) {
    int end = from;
    for (int words = 0; words < WORDS_BEFORE; words++) {
      while (end > 0 && !Chars.isAlphanumeric(marks.at(end - 1)) && from - end < MAX_WORD) {
        end--;
      }
      int start = end;
      while (isWordPart(marks.at(start - 1)) && end - start < MAX_WORD) {
        start--;
      }
      String word = KeyNames.normal(marks.text.substring(start, end));
      if (NAMES.contains(word)) {
        return true;
      }
      if (!word.equals("id")) {
        return false;
      }
      end = start;
    }
    return false;
  }

  private static boolean isWordPart(char c) {
    return Chars.isAlphanumeric(c) || c == '_' || c == '-';
  }
}
