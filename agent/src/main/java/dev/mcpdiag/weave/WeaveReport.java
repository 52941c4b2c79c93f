package dev.mcpdiag.weave;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which places of hooks were found so far, by simple class name. Any thread. */
public final class WeaveReport {
  private final Map<String, Set<String>> places = new ConcurrentHashMap<>();
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  void woven(String className, String place) {
    of(className).add(place);
  }

  private Set<String> of(String className) {
    return places.computeIfAbsent(
        simpleName(className), ignored -> new ConcurrentSkipListSet<String>());
  }

  /** {@code McpClientSession} of an internal name; nested classes keep their outer name. */
  public static String simpleName(String className) {
    return className.substring(className.lastIndexOf('/') + 1);
  }

  /** A class was looked through, whether anything was found in it or not. */
  void done(String className) {
    done.add(simpleName(className));
  }

  /** Classes that were looked through to their end. */
  public Set<String> classes() {
    return Set.copyOf(done);
  }

  /** The places that were found in a class: hooks, numbered where there are several. */
  public Set<String> places(String simpleName) {
    return Set.copyOf(places.getOrDefault(simpleName, Set.of()));
  }
}
