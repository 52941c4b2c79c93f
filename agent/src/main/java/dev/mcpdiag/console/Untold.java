package dev.mcpdiag.console;

import dev.mcpdiag.failure.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was not printed, by code and server. Bounded: beyond {@value #MOST} of them, the rest is
 * counted together. For one thread at a time.
 */
final class Untold {
  static final int MOST = 200;

  /** So many are told in a line each; more share lines. */
  private static final int MOST_ALONE = 3;

  /** Fits a line, however long the names are. */
  private static final int MOST_IN_LINE = 10;

  private final Map<String, CodeOnServer> kinds = new LinkedHashMap<>();
  private final CodeOnServer rest = new CodeOnServer("other codes and servers");

  /** The kind of a failure; those that nothing is known of make room. */
  CodeOnServer of(Failure failure, Instant now) {
    String name = failure.diagnosis().code() + " on " + failure.attempt().peer().serverName();
    CodeOnServer known = kinds.get(name);
    if (known != null) {
      return known;
    }
    if (kinds.size() >= MOST) {
      kinds.values().removeIf(kind -> kind.isIdle(now));
    }
    return kinds.size() < MOST ? kinds.computeIfAbsent(name, CodeOnServer::new) : rest;
  }

  /** Those to tell of now in at most so many lines; the others wait. */
  List<CodeOnServer> due(Instant now, int lines) {
    List<CodeOnServer> due = new ArrayList<>();
    for (CodeOnServer kind : kinds.values()) {
      if (kind.isDue(now)) {
        due.add(kind);
      }
    }
    if (rest.isDue(now)) {
      due.add(rest);
    }
    boolean isEachAlone = due.size() <= MOST_ALONE;
    int most = isEachAlone ? lines : lines * MOST_IN_LINE;
    return due.size() <= most ? due : due.subList(0, most);
  }

  /** All that nobody was told of. */
  List<CodeOnServer> all() {
    List<CodeOnServer> all = new ArrayList<>(kinds.values());
    all.add(rest);
    all.removeIf(kind -> kind.untold() == 0);
    return all;
  }

  /** The lines that tell of them, the most frequent first; they count as told. */
  static List<String> lines(List<CodeOnServer> kinds, Instant now) {
    if (kinds.size() <= MOST_ALONE) {
      return kinds.stream().map(kind -> kind.line(now)).toList();
    }
    List<CodeOnServer> sorted = new ArrayList<>(kinds);
    sorted.sort(Comparator.comparingLong(CodeOnServer::untold).reversed());
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += MOST_IN_LINE) {
      List<CodeOnServer> some = sorted.subList(from, Math.min(sorted.size(), from + MOST_IN_LINE));
      lines.add(line(some, now));
    }
    return lines;
  }

  private static String line(List<CodeOnServer> kinds, Instant now) {
    String span = kinds.get(0).span(now);
    List<String> entries = new ArrayList<>();
    kinds.forEach(kind -> entries.add(kind.entry(now)));
    return "... more within " + span + ": " + String.join(", ", entries);
  }
}
