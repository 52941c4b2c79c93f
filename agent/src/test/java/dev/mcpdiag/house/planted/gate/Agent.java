package dev.mcpdiag.house.planted.gate;

/** Its main method may print, its premain may not. */
final class Agent {
  private Agent() {}

  static void premain() {
    System.out.println(System.getProperty("java.version"));
  }

  static void main() {
    System.out.println("the command line is a program of its own");
  }
}
