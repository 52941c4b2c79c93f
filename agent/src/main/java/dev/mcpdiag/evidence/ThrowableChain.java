package dev.mcpdiag.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as data: class names with their supertypes and a piece of the messages, outermost
 * first. Holds no throwable and no class, so it keeps no application class loader alive.
 */
public final class ThrowableChain {
  /** No throwable. */
  public static final ThrowableChain NONE = new ThrowableChain(List.of());

  private static final int MAX_DEPTH = 12;
  private static final int MAX_MESSAGE_CHARS = 300;

  private final List<Link> links;

  private ThrowableChain(List<Link> links) {
    this.links = links;
  }

  /** Names only, so no class keeps another's loader alive. */
  private static final ClassValue<Set<String>> TYPES =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return Collections.unmodifiableSet(typesOf(type));
        }
      };

  /**
   * One throwable of the chain.
   *
   * @param types its class name, then superclasses and interfaces
   * @param detail what an accessor of its own says, see {@link ThrowableDetail}, else ""
   * @param message first {@value #MAX_MESSAGE_CHARS} characters, "" for none; never exported
   */
  public record Link(Set<String> types, String message, String detail) {
    /** The class name. */
    public String type() {
      return types.iterator().next();
    }
  }

  /** Projects a throwable; its cause chain is followed {@value #MAX_DEPTH} deep, cycles end it. */
  public static ThrowableChain of(@Nullable Throwable throwable) {
    return of(throwable, ThrowableDetail::of);
  }

  /** The same of what went wrong in a sign-in: exceptions of the application's own may say why. */
  static ThrowableChain ofSignIn(Throwable throwable) {
    return of(
        throwable,
        (each, types) -> {
          String detail = ThrowableDetail.of(each, types);
          return detail.isEmpty() ? OAuthError.ofOwn(each) : detail;
        });
  }

  private static ThrowableChain of(
      @Nullable Throwable throwable, BiFunction<Throwable, Set<String>, String> detail) {
    if (throwable == null) {
      return NONE;
    }
    List<Link> links = new ArrayList<>(4);
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = throwable; t != null && links.size() < MAX_DEPTH && seen.add(t); ) {
      Set<String> types = TYPES.get(t.getClass());
      links.add(new Link(types, messageOf(t), detail.apply(t, types)));
      t = t.getCause();
    }
    return new ThrowableChain(List.copyOf(links));
  }

  /** All throwables of the chain, outermost first. */
  public List<Link> links() {
    return links;
  }

  /** Whether there is no throwable. */
  public boolean isEmpty() {
    return links.isEmpty();
  }

  /** Whether any throwable of the chain is of this class or a subtype of it. */
  public boolean has(String className) {
    return index(className) >= 0;
  }

  /** Position of the outermost throwable of this class or a subtype, -1 if none. */
  public int index(String className) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).types().contains(className)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a throwable's message holds this text; for rules of low confidence only. */
  public boolean says(String text) {
    return any(link -> link.message().toLowerCase(Locale.ROOT).contains(text));
  }

  /** The digits that follow this lower-case text in a message, null where there are none. */
  public @Nullable String digitsAfter(String text) {
    for (Link link : links) {
      String message = link.message().toLowerCase(Locale.ROOT);
      int at = message.indexOf(text);
      int start = at + text.length();
      int end = start;
      while (at >= 0 && end < message.length() && Character.isDigit(message.charAt(end))) {
        end++;
      }
      if (at >= 0 && end > start) {
        return message.substring(start, end);
      }
    }
    return null;
  }

  /** Whether any throwable satisfies the condition. */
  public boolean any(Predicate<Link> condition) {
    for (Link link : links) {
      if (condition.test(link)) {
        return true;
      }
    }
    return false;
  }

  /** Detail of the outermost throwable of this class, "" if there is none. */
  public String detailOf(String className) {
    int index = index(className);
    return index < 0 ? "" : links.get(index).detail();
  }

  /** Class name of the outermost throwable, "" if there is none. */
  public String outermost() {
    return links.isEmpty() ? "" : links.get(0).type();
  }

  /** Class name of the innermost throwable, "" if there is none. */
  public String innermost() {
    return links.isEmpty() ? "" : links.get(links.size() - 1).type();
  }

  private static Set<String> typesOf(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      names.add(c.getName());
      addInterfaces(c, names);
    }
    return names;
  }

  private static void addInterfaces(Class<?> type, Set<String> names) {
    for (Class<?> i : type.getInterfaces()) {
      names.add(i.getName());
      addInterfaces(i, names);
    }
  }

  private static String messageOf(Throwable throwable) {
    try {
      String message = throwable.getMessage();
      return message == null
          ? ""
          : message.substring(0, Math.min(message.length(), MAX_MESSAGE_CHARS));
    } catch (RuntimeException ignored) {
      return ""; // a getMessage that fails tells nothing about the cause
    }
  }
}
