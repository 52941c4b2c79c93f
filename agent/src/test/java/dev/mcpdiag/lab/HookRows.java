package dev.mcpdiag.lab;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which hook is woven in which SDK version (the rows of {@code weave.HookTable}, by their labels):
 * a class or a method that a version does not have leaves its row out.
 */
final class HookRows {
  private static final String FIRST = "0.10.0";
  private static final String LAST = "2.1.0";

  /** Versions, and the classes or hooks that they have: {@code Class hook hook}. */
  private record Rows(Predicate<String> versions, List<String> classes) {}

  private static final List<Rows> ROWS =
      List.of(
          new Rows(
              since(FIRST),
              List.of(
                  "McpClientSession request notification announcement message connecting asked handled",
                  "McpAsyncClient operation closing handled",
                  "HttpClientSseClientTransport address body closing uri",
                  "StdioClientTransport command closing start line parsed readerEnded stderrLine",
                  "StdioClientTransport running",
                  "StdioServerTransportProvider$StdioMcpSessionTransport input inputEnded"
                      + " inputRead",
                  "HttpServletSseServerTransportProvider input inputRead ownBody rejection serving",
                  "HttpServletSseServerTransportProvider writing written",
                  "McpAsyncServer server handlers closing handled",
                  "McpServerSession answering announcement asking handled incoming message",
                  "McpServerFeatures$SyncToolSpecification function",
                  "McpServerFeatures$AsyncToolSpecification function",
                  "McpServerFeatures$SyncPromptSpecification function",
                  "McpServerFeatures$AsyncPromptSpecification function",
                  "McpServerFeatures$SyncResourceSpecification function",
                  "McpServerFeatures$AsyncResourceSpecification function",
                  "McpServerFeatures$SyncCompletionSpecification function",
                  "McpServerFeatures$AsyncCompletionSpecification function")),
          // Streamable HTTP, stateless servers and the initializer came with 0.11.
          new Rows(
              since("0.11.3"),
              List.of(
                  "LifecycleInitializer hidden timer",
                  "HttpClientStreamableHttpTransport address body closing reading read uri",
                  "HttpClientSseClientTransport reading read",
                  "McpStatelessAsyncServer server handlers closing",
                  "DefaultMcpStatelessServerHandler handled incoming beginning",
                  "HttpServletStatelessServerTransport input inputRead ownBody rejection serving",
                  "HttpServletStreamableServerTransportProvider input inputRead ownBody rejection",
                  "HttpServletStreamableServerTransportProvider serving writing written",
                  "McpStreamableServerSession handled incoming session",
                  "McpStreamableServerSession$McpStreamableServerSessionStream answering",
                  "McpStreamableServerSession$McpStreamableServerSessionStream announcement asking message",
                  "McpStatelessServerFeatures$SyncToolSpecification function",
                  "McpStatelessServerFeatures$AsyncToolSpecification function",
                  "McpStatelessServerFeatures$SyncPromptSpecification function",
                  "McpStatelessServerFeatures$AsyncPromptSpecification function",
                  "McpStatelessServerFeatures$SyncResourceSpecification function",
                  "McpStatelessServerFeatures$AsyncResourceSpecification function",
                  "McpStatelessServerFeatures$SyncCompletionSpecification function",
                  "McpStatelessServerFeatures$AsyncCompletionSpecification function")),
          new Rows(
              since("0.14.1"),
              List.of(
                  "McpServerFeatures$SyncResourceTemplateSpecification function",
                  "McpServerFeatures$AsyncResourceTemplateSpecification function",
                  "McpStatelessServerFeatures$SyncResourceTemplateSpecification function",
                  "McpStatelessServerFeatures$AsyncResourceTemplateSpecification function")),
          new Rows(
              since("0.11.3"),
              List.of(
                  "HttpClientStreamableHttpTransport preparing",
                  "HttpClientSseClientTransport preparing")),
          new Rows(
              since("1.1.5"), List.of("HttpClientStreamableHttpTransport authorizing authorized")),
          // Where the JDK's client is called moved twice.
          new Rows(
              FIRST::equals,
              List.of("FlowSseClient sendAsync", "HttpClientSseClientTransport$1 reading read")),
          new Rows(since(LAST).negate(), List.of("HttpClientSseClientTransport sendAsync")),
          new Rows(
              since("0.11.3").and(since(LAST).negate()),
              List.of("HttpClientStreamableHttpTransport sendAsync")),
          new Rows(
              LAST::equals,
              List.of("ResponseBodyHandlers sendAsync", "HttpClientSseClientTransport handing")),
          // 1.1.5 and 2.1.0 dispatch in the stream, the others in the session.
          new Rows(
              List.of("1.1.5", LAST)::contains,
              List.of(
                  "McpStreamableServerSession$McpStreamableServerSessionStream handled incoming")),
          new Rows(
              since("0.11.3").and(version -> !List.of("1.1.5", LAST).contains(version)),
              List.of("McpStreamableServerSession answering")));

  private HookRows() {}

  private static Predicate<String> since(String version) {
    List<String> versions = SdkVersions.all();
    return asked -> versions.indexOf(version) <= versions.indexOf(asked);
  }

  /** Labels, one line each, sorted. */
  static String of(String version) {
    TreeSet<String> labels = new TreeSet<>();
    for (Rows rows : ROWS) {
      if (rows.versions.test(version)) {
        for (String line : rows.classes) {
          List<String> words = List.of(line.split(" ", -1));
          words.subList(1, words.size()).forEach(hook -> labels.add(words.get(0) + ' ' + hook));
        }
      }
    }
    return String.join("\n", labels);
  }
}
