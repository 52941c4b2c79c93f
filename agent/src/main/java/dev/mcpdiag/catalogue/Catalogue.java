package dev.mcpdiag.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All built-in codes. Immutable; any thread. */
public final class Catalogue {
  private static final List<CodeEntry> ENTRIES = rows();
  private static final Map<String, CodeEntry> BY_CODE = index(ENTRIES);

  private Catalogue() {}

  /** Every code, grouped by what the call was doing, in the order of the documentation. */
  public static List<CodeEntry> entries() {
    return ENTRIES;
  }

  /** The row of a code; empty for an extension's code. */
  public static Optional<CodeEntry> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static List<CodeEntry> rows() {
    List<CodeEntry> rows = new ArrayList<>(64);
    rows.addAll(ReachingServers.rows());
    rows.addAll(GettingAnswers.rows());
    rows.addAll(StdioServers.rows());
    rows.addAll(Sessions.rows());
    rows.addAll(Protocol.rows());
    rows.addAll(ToolWork.rows());
    rows.addAll(Authorization.rows());
    rows.addAll(HostApplication.rows());
    return List.copyOf(rows);
  }

  private static Map<String, CodeEntry> index(List<CodeEntry> rows) {
    Map<String, CodeEntry> byCode = new LinkedHashMap<>(128);
    for (CodeEntry row : rows) {
      byCode.put(row.code(), row);
    }
    return byCode;
  }
}
