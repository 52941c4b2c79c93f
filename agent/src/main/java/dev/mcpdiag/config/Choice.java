package dev.mcpdiag.config;

import java.util.List;
import java.util.Locale;

/**
 * One constant of an enum, written in lower case.
 *
 * @param notYet words that a later version serves, in lower case
 *     (reference/options.md#not-in-this-version)
 */
record Choice<E extends Enum<E>>(Class<E> type, List<String> notYet) implements Shape<E> {
  static <E extends Enum<E>> Shape<E> of(Class<E> type, String... notYet) {
    return new Choice<>(type, List.of(notYet));
  }

  @Override
  public E read(String text) throws BadValue {
    StringBuilder words = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      if (word.equalsIgnoreCase(text)) {
        return constant;
      }
      words.append(words.length() == 0 ? "" : ", ").append(word);
    }
    String fix = "use one of " + words;
    if (notYet.contains(text.toLowerCase(Locale.ROOT))) {
      throw new BadValue("is not in this version", fix);
    }
    String near = Spelling.nearest(text.toLowerCase(Locale.ROOT), words.toString().split(", "));
    throw new BadValue(
        "is not a value of this option",
        near == null ? fix : "did you mean " + near + "? The values are " + words);
  }
}
