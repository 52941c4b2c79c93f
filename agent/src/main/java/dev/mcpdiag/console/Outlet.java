package dev.mcpdiag.console;

import java.io.IOException;

/**
 * Where whole lines end up. Called by one thread at a time; may block as long as its reader does.
 */
interface Outlet {
  /**
   * Writes it all in one go, so that lines of the application do not come between.
   *
   * @param lines ASCII, each with its line break
   */
  void write(byte[] lines) throws IOException;
}
