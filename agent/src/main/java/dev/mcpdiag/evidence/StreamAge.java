package dev.mcpdiag.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The life of an event stream: its first byte, its end, and how long all that took. A time-out of
 * something on the way shows in no header: but it ends every stream at the same age, or after the
 * same silence. Used by the thread that reads the stream.
 */
public final class StreamAge {
  private final long begun = System.nanoTime();
  private final Usual usual;
  private final boolean isLongLived;
  private long heardAt = begun;
  private boolean hasBytes;
  private boolean hasEnded;

  /** Remembers how streams of a server ended. */
  public interface Usual {
    /** Whether the last streams of the server all lived just as long. */
    boolean isAge(Duration age);

    /** Whether the last streams of the server all ended after just as long a silence. */
    boolean isSilence(Duration silence);
  }

  /**
   * A stream begins.
   *
   * @param isLongLived whether it should stay; the stream of one answer ends well with it
   */
  public StreamAge(Usual usual, boolean isLongLived) {
    this.usual = usual;
    this.isLongLived = isLongLived;
  }

  /** Something came. */
  public void heard(Facts facts) {
    heardAt = System.nanoTime();
    if (!hasBytes) {
      hasBytes = true;
      facts.note(FactKind.STREAM_FIRST_BYTE, FactValue.YES);
    }
  }

  /** It ended; without an error, in good order. Told once, though WebClient may say it twice. */
  public void ended(@Nullable Throwable error, Facts facts) {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    if (isLongLived || error != null) {
      noteTime(facts);
    }
    ThrowableChain chain = ThrowableChain.of(error);
    facts.note(FactKind.STREAM_ENDED, error == null ? FactValue.CLEAN : chain.innermost(), chain);
  }

  private void noteTime(Facts facts) {
    long now = System.nanoTime();
    Duration age = Duration.ofNanos(now - begun);
    Duration silence = Duration.ofNanos(now - heardAt);
    boolean isUsualAge = usual.isAge(age);
    boolean isUsualSilence = usual.isSilence(silence); // asked always, for it remembers
    if (isUsualAge) {
      facts.note(FactKind.STREAM_SAME_AGE, age.toMillis() + "_ms");
    } else if (isUsualSilence) {
      facts.note(FactKind.STREAM_SAME_AGE, silence.toMillis() + "_ms_of_silence");
    }
  }
}
