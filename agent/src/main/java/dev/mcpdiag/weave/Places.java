package dev.mcpdiag.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where each row of {@link HookTable} finds its place, by SDK version and class (simple name): the
 * lines of {@code places.txt}, which a test compares with every tested version. Classes of
 * frameworks have no line, for an application may have none of them.
 */
public final class Places {
  /**
   * Some places of a class.
   *
   * @param versions tested versions and ranges of them, separated by commas: {@code 1.1.5,2.1.0-}
   */
  private record Row(String versions, String type, List<String> places) {
    static Row of(String line) {
      List<String> words = List.of(line.split(" ", -1));
      return new Row(words.get(0), words.get(1), words.subList(2, words.size()));
    }
  }

  /** Read when the first SDK is met, not in a JVM without one. */
  private static final List<Row> ROWS =
      TextResource.lines("places.txt").stream().map(Row::of).toList();

  /** Classes without which nothing of a side is seen, by the class that shows that it is used. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "McpAsyncClient",
          List.of("io/modelcontextprotocol/spec/McpClientSession"),
          "McpAsyncServer",
          List.of("io/modelcontextprotocol/spec/McpServerSession"));

  private Places() {}

  /**
   * What is expected in a version: in a tested one what it has, between two of them what both have,
   * and in one that is newer or not known what the newest has.
   *
   * @param version as its jar says, "?" if it says none
   * @return hooks by simple class name; empty for a version before the oldest
   */
  public static Map<String, Set<String>> expected(String version) {
    List<String> tested = TestedVersions.all();
    if (tested.contains(version)) {
      return of(version);
    }
    if (!isNumbered(version)) {
      return of(TestedVersions.newest());
    }
    String below = null;
    for (String each : tested) {
      if (TestedVersions.compare(each, version) > 0) {
        return below == null ? Map.of() : common(of(below), of(each));
      }
      below = each;
    }
    return of(TestedVersions.newest());
  }

  /** Whether a version can be compared with others. */
  public static boolean isNumbered(String version) {
    return !version.isEmpty() && version.charAt(0) >= '0' && version.charAt(0) <= '9';
  }

  /** Whether it is newer than what was tested. */
  public static boolean isNewer(String version) {
    return isNumbered(version) && TestedVersions.compare(version, TestedVersions.newest()) > 0;
  }

  /** Internal names of classes that have to exist where this one is used. */
  public static List<String> neededBeside(String simpleName) {
    return NEEDED.getOrDefault(simpleName, List.of());
  }

  private static Map<String, Set<String>> of(String version) {
    Map<String, Set<String>> places = new TreeMap<>();
    for (Row row : ROWS) {
      if (isIn(row.versions(), version)) {
        places.computeIfAbsent(row.type(), ignored -> new TreeSet<>()).addAll(row.places());
      }
    }
    return places;
  }

  private static boolean isIn(String versions, String version) {
    for (String range : versions.split(",", -1)) {
      int dash = range.indexOf('-');
      String first = dash < 0 ? range : range.substring(0, dash);
      String last =
          dash < 0 ? range : dash == range.length() - 1 ? version : range.substring(dash + 1);
      if (TestedVersions.compare(first, version) <= 0
          && TestedVersions.compare(version, last) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Set<String>> common(
      Map<String, Set<String>> one, Map<String, Set<String>> other) {
    Map<String, Set<String>> common = new LinkedHashMap<>();
    one.forEach(
        (name, hooks) -> {
          Set<String> both = new TreeSet<>(hooks);
          both.retainAll(other.getOrDefault(name, Set.of()));
          if (!both.isEmpty()) {
            common.put(name, both);
          }
        });
    return common;
  }

  /** All places of the newest version as lines of text: {@code McpAsyncClient: closing, ...}. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    of(TestedVersions.newest())
        .forEach((name, hooks) -> lines.add(name + ": " + String.join(", ", hooks)));
    return lines;
  }
}
