package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Text of {@code places.txt} as the tested versions have it, for whoever has to put it right. */
final class PlacesFile {
  private PlacesFile() {}

  /** The whole text. */
  static String of(List<String> versions) throws IOException {
    Map<String, Set<Integer>> found = new TreeMap<>();
    for (int i = 0; i < versions.size(); i++) {
      try (WovenSdk sdk = new WovenSdk(versions.get(i))) {
        for (Map.Entry<String, Set<String>> type : sdk.report().entrySet()) {
          for (String place : type.getValue()) {
            found.computeIfAbsent(type.getKey() + ' ' + place, ignored -> new TreeSet<>()).add(i);
          }
        }
      }
    }
    Map<String, Set<String>> lines = new TreeMap<>();
    for (Map.Entry<String, Set<Integer>> each : found.entrySet()) {
      String[] place = each.getKey().split(" ", -1);
      String start = ranges(new ArrayList<>(each.getValue()), versions) + ' ' + place[0];
      lines.computeIfAbsent(start, ignored -> new TreeSet<>()).add(place[1]);
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (start, places) ->
            text.append(start).append(' ').append(String.join(" ", places)).append('\n'));
    return text.toString();
  }

  private static String ranges(List<Integer> at, List<String> versions) {
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < at.size(); ) {
      int last = first;
      while (last + 1 < at.size() && at.get(last + 1) == at.get(last) + 1) {
        last++;
      }
      boolean isOpen = at.get(last) == versions.size() - 1;
      String from = versions.get(at.get(first));
      ranges.add(
          isOpen ? from + '-' : first == last ? from : from + '-' + versions.get(at.get(last)));
      first = last + 1;
    }
    return String.join(",", ranges);
  }
}
