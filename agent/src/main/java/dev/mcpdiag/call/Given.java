package dev.mcpdiag.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call was given, for as long as it is open: a message that repeats it tells more than the
 * caller wanted to be known. It shows nothing of itself.
 */
public final class Given {
  /** A call that was given nothing. */
  public static final Given NOTHING = new Given(null, null);

  private static final int MAX_VALUES = 50;
  private static final int MAX_DEPTH = 6;

  /** Shorter ones are parts of too many words. */
  private static final int MIN_CHARS = 4;

  private final @Nullable Object arguments;
  private final @Nullable Object meta;

  private Given(@Nullable Object arguments, @Nullable Object meta) {
    this.arguments = arguments;
    this.meta = meta;
  }

  /** Both are kept as they are, not copied. */
  public static Given of(@Nullable Object arguments, @Nullable Object meta) {
    boolean isNothing = meta == null && (arguments == null || isEmpty(arguments));
    return isNothing ? NOTHING : new Given(arguments, meta);
  }

  private static boolean isEmpty(Object arguments) {
    return arguments instanceof Map<?, ?> map && map.isEmpty();
  }

  /** Texts and numbers in it, the first {@value #MAX_VALUES}; the names of fields are none. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    try {
      collect(arguments, values, 0);
      collect(meta, values, 0);
    } catch (RuntimeException ignored) {
      // A map of the application's that changes meanwhile; what was read by then is used.
    }
    return values;
  }

  private static void collect(@Nullable Object value, List<String> values, int depth) {
    if (values.size() >= MAX_VALUES || depth > MAX_DEPTH) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      collectAll(map.values(), values, depth);
    } else if (value instanceof Collection<?> items) {
      collectAll(items, values, depth);
    } else if (value instanceof CharSequence || value instanceof Number) {
      String text = value.toString();
      if (text.length() >= MIN_CHARS) {
        values.add(text);
      }
    }
  }

  private static void collectAll(Collection<?> items, List<String> values, int depth) {
    for (Object item : items) {
      collect(item, values, depth + 1);
    }
  }
}
