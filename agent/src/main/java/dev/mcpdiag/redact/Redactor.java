package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text fit to be kept: without secrets, without characters that deceive a reader, and short.
 * Immutable; any thread; microseconds per message; linear in the first 16 KiB of a text, which is
 * all it looks at. Never throws: what it cannot check becomes {@link #FAILED}.
 */
public final class Redactor {
  /** Stands for a text that could not be checked. */
  public static final String FAILED = "[redaction-failed]";

  private static final int MAX_SCANNED_CHARS = 16 * 1024;
  private static final int MAX_ADDRESS_CHARS = 500;
  private static final int MAX_NAME_CHARS = 64;

  private final NamedSecrets namedSecrets;
  private final UserPatterns userPatterns;

  private Redactor(KeyNames names, UserPatterns userPatterns) {
    this.namedSecrets = new NamedSecrets(names);
    this.userPatterns = userPatterns;
  }

  /** The built-in rules alone. */
  public static Redactor standard() {
    return of(List.of(), List.of());
  }

  /**
   * The built-in rules and more; no option takes a rule away.
   *
   * @param keys names whose values are secret, compared without case and {@code - _ .}, as a part
   *     of a longer name too
   * @param patterns hidden wherever they match
   */
  public static Redactor of(Collection<String> keys, Collection<Pattern> patterns) {
    return new Redactor(new KeyNames(keys), new UserPatterns(patterns));
  }

  /**
   * Text without secrets, line breaks as {@code \n}.
   *
   * @param raw null is the empty text
   */
  public String text(@Nullable String raw, int maxChars) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    try {
      return PlainText.lines(scrubbed(raw), maxChars);
    } catch (Throwable ignored) { // fail closed; the cause may quote the text itself
      return FAILED;
    }
  }

  private String scrubbed(String raw) {
    return marked(raw).shown();
  }

  private Marks marked(String raw) {
    boolean isCut = raw.length() > MAX_SCANNED_CHARS;
    String looked = isCut ? raw.substring(0, MAX_SCANNED_CHARS) : raw;
    String clean = PlainText.lines(looked, MAX_SCANNED_CHARS);
    Marks marks = new Marks(isCut ? withoutLastWord(clean) : clean);
    KeyBlocks.hideIn(marks);
    Urls.hideIn(marks);
    KnownTokens.hideIn(marks);
    namedSecrets.hideIn(marks);
    RandomText.hideIn(marks);
    PersonalData.hideIn(marks);
    SqlValues.hideIn(marks);
    userPatterns.hideIn(marks);
    return marks;
  }

  /** Whether there is something in the text that {@link #text} would hide. */
  public boolean findsSecret(@Nullable String raw) {
    try {
      return raw != null && !raw.isEmpty() && marked(raw).hidesSomething();
    } catch (Throwable ignored) { // what cannot be read is no finding
      return false;
    }
  }

  /** A secret that was cut in two may not be recognised any more. */
  private static String withoutLastWord(String text) {
    int end = text.length();
    while (end > 0 && !Chars.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? FAILED : text.substring(0, end);
  }

  /** Scheme, host, port and path; no user, query or fragment. */
  public String address(URI address) {
    try {
      return resource(address.toString());
    } catch (Throwable ignored) { // fail closed
      return FAILED;
    }
  }

  /** The same for the URI of a resource, which need not be a valid one. */
  public String resource(String uri) {
    try {
      String place = Addresses.place(uri);
      return PlainText.oneLine(text(place, MAX_ADDRESS_CHARS), MAX_ADDRESS_CHARS);
    } catch (Throwable ignored) { // fail closed
      return FAILED;
    }
  }

  /** The base name of a program; whatever stands behind it on the command line is dropped. */
  public String commandName(String command) {
    try {
      String name = Addresses.baseName(command);
      return PlainText.oneLine(text(name, MAX_NAME_CHARS), MAX_NAME_CHARS);
    } catch (Throwable ignored) { // fail closed
      return FAILED;
    }
  }

  /**
   * What may be kept of an HTTP header.
   *
   * @return null for a header that is not on the list
   */
  public @Nullable String headerValue(String name, String value) {
    try {
      return Headers.allowed(name, value, this);
    } catch (Throwable ignored) { // fail closed
      return FAILED;
    }
  }
}
