package dev.mcpdiag.extensions;

import dev.mcpdiag.api.PeerError;
import dev.mcpdiag.api.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The conditions of a rule: one row per key, the costly ones last. */
final class When {
  private static final Map<String, Reader> ROWS = rows();

  private When() {}

  /** Makes a condition of the value of a key. */
  @FunctionalInterface
  private interface Reader {
    Condition read(RuleValue value) throws BadRule;
  }

  /** All that has to hold; at least one. */
  static List<Condition> read(RuleValue when) throws BadRule {
    Map<String, RuleValue> fields = when.fields("\"when\"");
    Keys.check(fields, "\"when\"", ROWS.keySet());
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, Reader> row : ROWS.entrySet()) {
      RuleValue value = fields.get(row.getKey());
      if (value != null) {
        conditions.add(row.getValue().read(value));
      }
    }
    if (conditions.isEmpty()) {
      throw new BadRule(when, "\"when\" has no condition", "say which failures are meant");
    }
    return conditions;
  }

  /** Whether a condition is about text, which proves less than a fact. */
  static boolean isAboutText(RuleValue when) throws BadRule {
    Map<String, RuleValue> fields = when.fields("\"when\"");
    return fields.containsKey("message") || fields.containsKey("resultText");
  }

  private static Map<String, Reader> rows() {
    Map<String, Reader> rows = new LinkedHashMap<>();
    rows.put("side", When::side);
    rows.put("isError", When::isError);
    rows.put("httpStatus", When::httpStatus);
    rows.put("peerCode", When::peerCode);
    rows.put("method", When::method);
    rows.put("server", When::server);
    rows.put("tool", When::tool);
    rows.put("exception", When::exception);
    rows.put("message", When::message);
    rows.put("resultText", When::resultText);
    return rows;
  }

  private static Condition side(RuleValue value) throws BadRule {
    Side side = Keys.constant(value, "\"side\"", Side.values());
    return call -> call.side() == side;
  }

  private static Condition isError(RuleValue value) throws BadRule {
    boolean isError = value.flag("\"isError\"");
    return call -> call.isErrorResult() == isError;
  }

  private static Condition httpStatus(RuleValue value) throws BadRule {
    List<Integer> statuses = value.numbers("\"httpStatus\"");
    return call -> call.httpStatus().isPresent() && statuses.contains(call.httpStatus().getAsInt());
  }

  private static Condition peerCode(RuleValue value) throws BadRule {
    List<Integer> codes = value.numbers("\"peerCode\"");
    return call -> {
      PeerError peer = call.peerError().orElse(null);
      return peer != null && codes.contains(peer.code());
    };
  }

  private static Condition method(RuleValue value) throws BadRule {
    Glob glob = new Glob(value.text("\"method\""));
    return call -> glob.matches(call.method());
  }

  private static Condition server(RuleValue value) throws BadRule {
    Glob glob = new Glob(value.text("\"server\""));
    return call -> glob.matches(call.serverName());
  }

  private static Condition tool(RuleValue value) throws BadRule {
    Glob glob = new Glob(value.text("\"tool\""));
    return call -> call.method().equals("tools/call") && glob.matches(call.target().orElse(""));
  }

  private static Condition exception(RuleValue value) throws BadRule {
    String name = value.text("\"exception\"");
    return call -> call.isCausedBy(name);
  }

  private static Condition message(RuleValue value) throws BadRule {
    TimedPattern pattern = pattern(value, "\"message\"");
    return call -> call.messages().stream().anyMatch(pattern::isIn);
  }

  private static Condition resultText(RuleValue value) throws BadRule {
    TimedPattern pattern = pattern(value, "\"resultText\"");
    return call -> call.resultText().map(pattern::isIn).orElse(false);
  }

  private static TimedPattern pattern(RuleValue value, String what) throws BadRule {
    try {
      return new TimedPattern(Pattern.compile(value.text(what)));
    } catch (PatternSyntaxException e) {
      throw new BadRule(
          value,
          what + " is not a regular expression (" + e.getDescription() + ")",
          "write one of java.util.regex");
    }
  }
}
