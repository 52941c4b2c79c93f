package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A stdio server as a shell script: healthy, but for what it is told to do at start, at {@code
 * initialize}, at a call and when its input ends. In the scripts: {@code say RESULT}, {@code err
 * CODE MESSAGE}, {@code $id}.
 */
public final class StdioPeer {
  private static final String PROGRAM =
      """
      #!/bin/sh
      say() { printf '{"jsonrpc":"2.0","id":"%%s","result":%%s}\\n' "$id" "$1"; }
      err() { printf '{"jsonrpc":"2.0","id":"%%s","error":{"code":%%s,"message":"%%s"}}\\n' "$id" "$1" "$2"; }
      hello() {
        say '{"protocolVersion":"'"$version"'","capabilities":{"tools":{},"resources":{},"prompts":{}},"serverInfo":{"name":"lab-peer","version":"1.0"}}'
      }
      fine() { say '{"content":[{"type":"text","text":"fine"}],"isError":false}'; }
      %s
      while IFS= read -r line; do
        id=${line#*\\"id\\":\\"}; id=${id%%%%\\"*}
        case "$line" in
          *'"method":"initialize"'*)
            version=${line#*\\"protocolVersion\\":\\"}; version=${version%%%%\\"*}
            %s ;;
          *'"method":"tools/list"'*)
            say '{"tools":[{"name":"echo","inputSchema":{"type":"object"}},{"name":"slow","inputSchema":{"type":"object"}}]}' ;;
          *'"method":"tools/call"'*'"name":"echo"'*) fine ;;
          *'"method":"tools/call"'*) %s ;;
          *'"method":"ping"'*) say '{}' ;;
          *'"method":"notifications/'*) ;;
          *'"method":'*) %s ;;
        esac
      done
      %s
      """;

  private String atStart = "";
  private String atInitialize = "hello";
  private String atCall = "fine";
  private String atOther = "err -32601 'Method not found'";
  private String atEnd = "exit 0";

  public StdioPeer atStart(String script) {
    atStart = script;
    return this;
  }

  public StdioPeer atInitialize(String script) {
    atInitialize = script;
    return this;
  }

  /** A call of any tool but {@code echo}. */
  public StdioPeer atCall(String script) {
    atCall = script;
    return this;
  }

  public StdioPeer atOther(String script) {
    atOther = script;
    return this;
  }

  public StdioPeer atEnd(String script) {
    atEnd = script;
    return this;
  }

  /** Writes the program. */
  public void write(Path file) throws IOException {
    write(file, PROGRAM.formatted(atStart, atInitialize, atCall, atOther, atEnd));
  }

  public static void write(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
