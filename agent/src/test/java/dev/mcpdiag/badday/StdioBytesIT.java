package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.StdioPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a stdio server reads and writes is, byte for byte, what it is without the agent. */
class StdioBytesIT {
  /** What went through the server's pipes, without the SDK's random prefix of request ids. */
  private record Wire(String in, String out, String stdout) {}

  @Test
  void areTheSameWithAndWithoutTheAgent() throws IOException {
    Wire alone = run(false);
    Wire watched = run(true);

    assertTrue(alone.in().contains("\"tools/call\""), alone::in);
    assertTrue(alone.out().contains("cannot be done"), alone::out);
    assertEquals(alone, watched);
  }

  private static Wire run(boolean hasAgent) throws IOException {
    Path directory = Files.createDirectories(LabSettings.target().resolve("badday/stdio"));
    Path peer = directory.resolve("peer");
    new StdioPeer().atCall("err -32603 'cannot be done'").write(peer);
    Path server = directory.resolve("server");
    String pipe = "#!/bin/sh\ntee '%s.in' | '%s' | tee '%s.out'\n";
    StdioPeer.write(server, pipe.formatted(server, peer, server));
    Outing outing =
        new Outing(
            Outing.errand(
                "id=x",
                "transport=stdio",
                "command=" + server,
                "op=init",
                "op=list",
                "op=call echo text=h\u00e9llo",
                "op=call fail",
                "op=read lab://nothing"));
    if (hasAgent) {
      // The trace context in _meta is the one thing that the agent does write.
      outing.agent("propagation=false").variable("OTEL_LOGS_EXPORTER", "none");
    }
    Ended ended = outing.run();
    return new Wire(read(server + ".in"), read(server + ".out"), masked(ended.stdout()));
  }

  private static String read(String file) throws IOException {
    return masked(new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1));
  }

  private static String masked(String text) {
    return text.replaceAll("[0-9a-f]{8}-(\\d+)", "SESSION-$1");
  }
}
