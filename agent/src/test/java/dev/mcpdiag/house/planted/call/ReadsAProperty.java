package dev.mcpdiag.house.planted.call;

final class ReadsAProperty {
  boolean isSet() {
    return Boolean.getBoolean("planted");
  }
}
