package dev.mcpdiag.example;

import dev.mcpdiag.example.server.Servers;

/**
 * One row of the gallery: a connection, and one request on it.
 *
 * @param name for {@code --only}
 * @param title what is wrong, or right, there
 * @param step what to ask for once the connection stands
 * @param expected a part of the result line that says that it went as the title promises
 */
record Exhibit(
    String name,
    String title,
    Api api,
    Destination destination,
    Patience patience,
    Step step,
    String expected) {

  /** Begins a row: by the sync API, with time enough; {@link #shows} ends it. */
  static Exhibit row(String name, String title, Destination destination, Step step) {
    return new Exhibit(name, title, Api.SYNC, destination, Patience.LONG, step, "");
  }

  Exhibit async() {
    return new Exhibit(name, title, Api.ASYNC, destination, patience, step, expected);
  }

  Exhibit waits(Patience patience) {
    return new Exhibit(name, title, api, destination, patience, step, expected);
  }

  Exhibit shows(String expected) {
    return new Exhibit(name, title, api, destination, patience, step, expected);
  }

  /** Whether it ends by a timer: all of these are visited at the same time. */
  boolean isPatient() {
    return !patience.equals(Patience.LONG);
  }

  boolean isHealthy() {
    return name.startsWith("healthy");
  }

  /** The result line; if the gallery itself is at fault, a line that nobody expects. */
  String visit(Servers servers) {
    try {
      return api.visit(destination.transport(servers), patience, step);
    } catch (RuntimeException e) {
      return "no visit -> " + Chain.of(e);
    }
  }
}
