package dev.mcpdiag.lab;

import java.util.List;
import java.util.TreeSet;

/**
 * Which hook is woven in which SDK version (the rows of {@code weave.HookTable}, by their labels):
 * a class or a method that a version does not have leaves its row out.
 */
final class HookRows {
  private static final String FIRST = "0.10.0";
  private static final String LAST = "2.1.0";

  /** The first and the last version that have it. */
  private record Row(String label, String from, String to) {}

  private static final List<Row> ROWS =
      List.of(
          always("McpClientSession request"),
          always("McpClientSession notification"),
          always("McpClientSession message"),
          always("McpClientSession connecting"),
          always("McpAsyncClient operation"),
          always("McpAsyncClient closing"),
          new Row("LifecycleInitializer hidden", "0.11.3", LAST),
          new Row("LifecycleInitializer timer", "0.11.3", LAST),
          new Row("HttpClientStreamableHttpTransport address", "0.11.3", LAST),
          new Row("HttpClientStreamableHttpTransport closing", "0.11.3", LAST),
          new Row("HttpClientStreamableHttpTransport sendAsync", "0.11.3", "2.0.1"),
          always("HttpClientSseClientTransport address"),
          always("HttpClientSseClientTransport closing"),
          new Row("HttpClientSseClientTransport sendAsync", FIRST, "2.0.1"),
          new Row("FlowSseClient sendAsync", FIRST, FIRST),
          new Row("ResponseBodyHandlers sendAsync", LAST, LAST),
          always("StdioClientTransport command"),
          always("StdioClientTransport closing"),
          always("StdioClientTransport start"),
          always("StdioClientTransport line"),
          always("StdioClientTransport parsed"),
          always("StdioClientTransport readerEnded"),
          always("StdioClientTransport stderrLine"));

  private HookRows() {}

  private static Row always(String label) {
    return new Row(label, FIRST, LAST);
  }

  /** Labels, one line each, sorted. */
  static String of(String version) {
    List<String> versions = SdkVersions.all();
    int asked = versions.indexOf(version);
    TreeSet<String> labels = new TreeSet<>();
    for (Row row : ROWS) {
      if (versions.indexOf(row.from) <= asked && asked <= versions.indexOf(row.to)) {
        labels.add(row.label);
      }
    }
    return String.join("\n", labels);
  }
}
