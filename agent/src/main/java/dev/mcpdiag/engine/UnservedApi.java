package dev.mcpdiag.engine;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells of an API of the MCP SDK that has no row in the hook table: once for each, when one of its
 * classes that make calls is loaded. Any thread; loads no class of the application.
 */
final class UnservedApi {
  private static final String SDK = "io/modelcontextprotocol/";

  /** Packages of the API that is served, and of what makes no calls. */
  private static final Set<String> KNOWN =
      Set.of("client", "common", "json", "schema", "sdk", "server", "spec", "util");

  private final Problems problems;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  UnservedApi(Problems problems) {
    this.problems = problems;
  }

  /** A class without a row is being loaded (internal name). */
  void loads(String name) {
    if (!name.startsWith(SDK)) {
      return;
    }
    int end = name.indexOf('/', SDK.length());
    String part = end < 0 ? "" : name.substring(SDK.length(), end);
    if (!part.isEmpty() && !KNOWN.contains(part) && makesCalls(name) && told.add(part)) {
      problems.report(
          new Problem(
              "the application uses the API "
                  + (SDK + part).replace('/', '.')
                  + " of the MCP SDK: calls there are not seen by this version of mcpdiag",
              name.replace('/', '.'),
              "use the API in io.modelcontextprotocol.client and .server, or a newer mcpdiag"));
    }
  }

  private static boolean makesCalls(String name) {
    String simple = name.substring(name.lastIndexOf('/') + 1);
    return simple.contains("Client") || simple.contains("Server") || simple.contains("Transport");
  }
}
