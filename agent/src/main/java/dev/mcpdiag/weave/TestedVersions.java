package dev.mcpdiag.weave;

import java.util.List;

/** The SDK versions that the hooks were tested with, oldest first: {@code sdk-versions.txt}. */
public final class TestedVersions {
  private static final List<String> ALL = TextResource.lines("sdk-versions.txt");

  private TestedVersions() {}

  /** All of them, oldest first. */
  public static List<String> all() {
    return ALL;
  }

  /** The oldest one. */
  public static String oldest() {
    return ALL.get(0);
  }

  /** The newest one. */
  public static String newest() {
    return ALL.get(ALL.size() - 1);
  }

  /** {@code 0.10.0 to 2.2.0}. */
  public static String range() {
    return oldest() + " to " + newest();
  }

  /**
   * Compares two versions by their numbers; what follows the numbers does not count.
   *
   * @return negative, 0 or positive, as {@link Integer#compare}
   * @throws NumberFormatException if one of them does not begin with a number
   */
  static int compare(String one, String other) {
    String[] mine = one.split("[^0-9]+");
    String[] theirs = other.split("[^0-9]+");
    for (int i = 0; i < Math.min(3, Math.max(mine.length, theirs.length)); i++) {
      int order = Integer.compare(part(mine, i), part(theirs, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(String[] numbers, int at) {
    return at < numbers.length ? Integer.parseInt(numbers[at]) : 0;
  }
}
