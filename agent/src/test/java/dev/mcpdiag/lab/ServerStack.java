package dev.mcpdiag.lab;

import java.util.List;
import java.util.Locale;

/** What stands between a server of the SDK and its socket. */
enum ServerStack {
  /** The SDK's own transports. */
  SDK,
  WEBMVC,
  WEBFLUX;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String classpath(String version) {
    return this == SDK ? SdkClasspath.of(version) : SpringClasspath.of(version);
  }

  /** The application that serves, and which of its servers. */
  List<String> main() {
    return this == SDK ? List.of("labapp.FaultServer") : List.of("labapp.SpringServer", text());
  }
}
