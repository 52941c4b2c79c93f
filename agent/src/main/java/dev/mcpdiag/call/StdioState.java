package dev.mcpdiag.call;

import dev.mcpdiag.evidence.FactKind;
import dev.mcpdiag.evidence.Facts;
import org.jspecify.annotations.Nullable;

/** The process of a stdio server, as far as its pipes show it. Any thread unless it says so. */
public final class StdioState {
  private static final int NOTHING_READ = -1;

  private final Facts facts;
  private volatile int charsBeingRead = NOTHING_READ;
  private volatile long pid;
  private int stderrLines;

  /**
   * @param facts of the connection
   */
  StdioState(Facts facts) {
    this.facts = facts;
  }

  /** Whether the process was not seen before; remembers it. */
  public boolean isNewProcess(long processId) {
    boolean isNew = pid != processId;
    pid = processId;
    return isNew;
  }

  /** The reader is about to parse a line of so many characters. */
  public void reading(int chars) {
    charsBeingRead = chars;
  }

  /** The line was a message. */
  public void read() {
    charsBeingRead = NOTHING_READ;
  }

  /** Length of a line that the reader began and did not get through, null if there is none. */
  public @Nullable Integer unreadChars() {
    int chars = charsBeingRead;
    return chars == NOTHING_READ ? null : Integer.valueOf(chars);
  }

  /** The server wrote a line to stderr; called by its one reader thread. */
  public void wroteToStderr() {
    stderrLines++;
    if (Integer.bitCount(stderrLines) == 1) { // 1, 2, 4, 8 …: chatty servers must not flush facts
      facts.note(FactKind.PROCESS_STDERR, Integer.toString(stderrLines));
    }
  }
}
