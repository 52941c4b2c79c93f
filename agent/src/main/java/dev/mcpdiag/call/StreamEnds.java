package dev.mcpdiag.call;

import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.StreamAge;
import java.time.Duration;

/** How the event streams of one connection end, against those of its server before. */
record StreamEnds(Connection connection, History history) implements StreamAge.Usual {
  private static final Duration JUST_BEFORE = Duration.ofSeconds(1);

  @Override
  public boolean isAge(Duration age) {
    return isOfItself() && history.ages(server()).again(age);
  }

  @Override
  public boolean isSilence(Duration silence) {
    return isOfItself() && history.silences(server()).again(silence);
  }

  /** Not by us, and not by a call that came just before: those say nothing of the way. */
  private boolean isOfItself() {
    return connection.facts().newest(FactKind.CLOSING) == null
        && !connection.hasCallYoungerThan(JUST_BEFORE);
  }

  private String server() {
    return connection.peer().serverName();
  }
}
