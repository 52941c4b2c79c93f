package dev.mcpdiag.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Where to look for whom a call is made; names of a later version are told as such. */
final class SourceList implements Shape<List<String>> {
  private static final String SERVED = "api";
  private static final List<String> LATER =
      List.of("security", "servlet", "context", "baggage", "mdc", "headers");

  @Override
  public List<String> read(String text) throws BadValue {
    List<String> sources = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      String source = item.strip().toLowerCase(Locale.ROOT);
      if (LATER.contains(source)) {
        throw new BadValue("names " + source + ", which is not in this version", "write api");
      }
      if (!source.isEmpty() && !source.equals(SERVED)) {
        throw new BadValue("names no source of identities", "write api");
      }
      if (!source.isEmpty()) {
        sources.add(source);
      }
    }
    return Collections.unmodifiableList(sources);
  }

  @Override
  public boolean mayHoldSeparators() {
    return true;
  }
}
