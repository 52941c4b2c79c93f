package dev.mcpdiag.example.server;

import java.io.IOException;
import java.io.OutputStream;

/** How a server in a child JVM tells its addresses, one {@code name value} line each on stdout. */
final class Doors {
  /** The line after the last address. */
  static final String ALL_OPEN = "ready";

  private Doors() {}

  static void announce(String name, String value) {
    System.out.println(name + " " + value);
  }

  /**
   * Serves until the gallery closes our stdin, which also happens when it is killed: so no server
   * outlives the gallery.
   */
  static void serveUntilAbandoned() throws IOException {
    System.out.println(ALL_OPEN);
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
