package dev.mcpdiag.config;

/** How the text of a setting is read. Stateless; never sees a null or an untrimmed text. */
interface Shape<T> {
  /** The value of a text; the empty text is that of an option without a default. */
  T read(String text) throws BadValue;

  /** Whether a {@code ,} or {@code ;} in the agent argument may belong to the value. */
  default boolean mayHoldSeparators() {
    return false;
  }

  /** Whether pieces like {@code a=b} may follow a {@code ,} inside the value. */
  default boolean mayHoldPairs() {
    return false;
  }
}
