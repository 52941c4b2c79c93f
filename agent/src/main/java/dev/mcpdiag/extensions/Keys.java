package dev.mcpdiag.extensions;

import dev.mcpdiag.config.Spelling;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses words that the rules file does not know, and names the one that was probably meant. */
final class Keys {
  private Keys() {}

  /** Every key of the object has to be one of these. */
  static void check(Map<String, RuleValue> fields, String where, Collection<String> known)
      throws BadRule {
    for (Map.Entry<String, RuleValue> field : fields.entrySet()) {
      if (!known.contains(field.getKey())) {
        String what = "unknown key \"" + field.getKey() + "\" in " + where;
        throw new BadRule(field.getValue(), what, meant(field.getKey(), known));
      }
    }
  }

  static RuleValue required(RuleValue object, Map<String, RuleValue> fields, String key, String of)
      throws BadRule {
    RuleValue value = fields.get(key);
    if (value == null) {
      throw new BadRule(object, of + " has no \"" + key + "\"", "add it");
    }
    return value;
  }

  /** The word, which has to be one of these. */
  static String word(RuleValue value, String what, Collection<String> known) throws BadRule {
    String word = value.text(what);
    if (!known.contains(word)) {
      throw new BadRule(value, what + " \"" + word + "\" is unknown", meant(word, known));
    }
    return word;
  }

  static <E extends Enum<E>> E constant(RuleValue value, String what, E[] constants)
      throws BadRule {
    String word = value.text(what);
    String[] words = new String[constants.length];
    for (int i = 0; i < constants.length; i++) {
      words[i] = constants[i].name().toLowerCase(Locale.ROOT);
      if (words[i].equals(word)) {
        return constants[i];
      }
    }
    throw new BadRule(
        value, what + " \"" + word + "\" is unknown", "write one of " + String.join(", ", words));
  }

  /** What to write instead of a word that is unknown. */
  static String meant(String word, Collection<String> known) {
    @Nullable String near = Spelling.nearest(word, known.toArray(new String[0]));
    return near == null
        ? "write one of " + String.join(", ", sorted(known))
        : "did you mean " + near;
  }

  private static Collection<String> sorted(Collection<String> known) {
    return known.stream().sorted().toList();
  }
}
