package dev.mcpdiag.redact;

import dev.mcpdiag.catalogue.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept of a throwable: class names, scrubbed messages, frames. Holds no throwable and
 * no class. Immutable.
 */
public final class ThrowableText {
  private final List<Link> links;
  private final boolean isWhole;

  /**
   * One throwable of the chain.
   *
   * @param frames the topmost ones
   * @param depth how many it had
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; a list would be one more copy.
  record Link(String type, @Nullable String message, StackTraceElement[] frames, int depth) {}

  /**
   * Outermost first, at least one.
   *
   * @param isWhole false if the chain went on
   */
  ThrowableText(List<Link> links, boolean isWhole) {
    this.links = List.copyOf(links);
    this.isWhole = isWhole;
  }

  static ThrowableText unreadable(String type) {
    Link link = new Link(type, Redactor.FAILED, new StackTraceElement[0], 0);
    return new ThrowableText(List.of(link), true);
  }

  /** The same where not even a scrubbed message may be shown. */
  public ThrowableText withoutMessages() {
    return new ThrowableText(
        links.stream()
            .map(link -> new Link(link.type(), null, link.frames(), link.depth()))
            .toList(),
        isWhole);
  }

  /** Class name. */
  public String type() {
    return PlainText.oneLine(links.get(0).type(), StackText.MAX_FRAME_CHARS);
  }

  /** Scrubbed, null if it had none. */
  public @Nullable String message() {
    return links.get(0).message();
  }

  /**
   * As Java prints it, with bounds: 30 frames a cause, 5 causes, 64 frames, 16 KiB. Made anew at
   * each call, which costs tens of kilobytes: not for a thread of the application.
   */
  public String stackTrace() {
    return StackText.rendered(links, isWhole);
  }
}
