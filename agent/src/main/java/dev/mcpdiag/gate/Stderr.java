package dev.mcpdiag.gate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The gate's voice until the engine's console is there: one ASCII line on the process's stderr. Not
 * {@code System.err}, which an application may have pointed at stdout by then.
 */
final class Stderr {
  private Stderr() {}

  static void couldNotStart(Throwable reason) {
    line(
        "the agent could not start and stays off ("
            + reason
            + "): the application runs as without it; please report this");
  }

  static void line(String text) {
    StringBuilder ascii = new StringBuilder("[mcpdiag] ");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ascii.append(c >= ' ' && c < 127 ? c : '?');
    }
    ascii.append(System.lineSeparator());
    try {
      new FileOutputStream(FileDescriptor.err)
          .write(ascii.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException ignored) {
      // stderr is closed: nobody is left to tell
    }
  }
}
