package dev.mcpdiag.example.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a child JVM of the gallery serves. */
public enum Role {
  /** A healthy server over streamable HTTP, in an embedded Tomcat. */
  STREAMABLE,
  /** HTTP endpoints that answer as they are told to, and ports that do not answer at all. */
  SCRIPTED,
  /** HTTPS endpoints whose certificates are wrong, each in its own way. */
  TLS,
  /** A healthy server over stdio. */
  STDIO,
  /** Ends with exit code 3 before it has read anything. */
  STDIO_EXITING,
  /** Writes a log line to stdout, where only protocol messages belong, and then serves. */
  STDIO_NOISY,
  /** Reads everything and never answers. */
  STDIO_SILENT;

  /**
   * The command that starts this role in a new JVM, with this JVM's {@code java} and classes.
   *
   * @param jvmOptions more options for that JVM
   */
  List<String> command(List<String> jvmOptions) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    // Short-lived: a quick start is worth more than fast code.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerMain.class.getName(), name().toLowerCase(Locale.ROOT)));
    return command;
  }

  /** Servers run bare: tools that were attached to this JVM by environment stay with it. */
  public static void leaveToolsBehind(ProcessBuilder builder) {
    builder.environment().remove("JAVA_TOOL_OPTIONS");
  }
}
