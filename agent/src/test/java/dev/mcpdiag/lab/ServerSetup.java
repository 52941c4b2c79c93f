package dev.mcpdiag.lab;

import java.util.List;

/** One server of the lab: which SDK, over what, and how it is reached. */
record ServerSetup(String version, ServerStack stack, ServerWire wire) {
  /** A server over the SDK's own transports. */
  static ServerSetup of(String version, ServerWire wire) {
    return new ServerSetup(version, ServerStack.SDK, wire);
  }

  String name() {
    return stack == ServerStack.SDK ? wire.text() : stack.text() + '-' + wire.text();
  }

  List<ServerCase> cases(String mode) {
    return ServerCases.of(this, mode);
  }

  /** Codes of what is refused before any call, sorted. */
  List<String> outside(String mode) {
    return ServerCases.outside(this, mode);
  }
}
