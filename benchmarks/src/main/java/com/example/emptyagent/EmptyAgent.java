package com.example.emptyagent;

/** Shows what {@code -javaagent} costs before an agent has done anything. */
public final class EmptyAgent {
  private EmptyAgent() {}

  public static void premain(String argument) {}
}
