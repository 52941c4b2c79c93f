package dev.mcpdiag.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One constant of an enum, written in lower case.
 *
 * @param notYet a constant for later, not served (reference/options.md#not-in-this-version), or
 *     null
 */
record Choice<E extends Enum<E>>(Class<E> type, @Nullable E notYet) implements Shape<E> {
  static <E extends Enum<E>> Shape<E> of(Class<E> type) {
    return new Choice<>(type, null);
  }

  @Override
  public E read(String text) throws BadValue {
    StringBuilder words = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      boolean isServed = constant != notYet;
      if (word.equalsIgnoreCase(text) && isServed) {
        return constant;
      }
      if (isServed) {
        words.append(words.length() == 0 ? "" : ", ").append(word);
      }
    }
    String fix = "use one of " + words;
    if (notYet != null && notYet.name().equalsIgnoreCase(text)) {
      throw new BadValue("is not in this version", fix);
    }
    String near = Spelling.nearest(text.toLowerCase(Locale.ROOT), words.toString().split(", "));
    throw new BadValue(
        "is not a value of this option",
        near == null ? fix : "did you mean " + near + "? The values are " + words);
  }
}
