package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.example.server.Servers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {
  private static final Exhibit NOWHERE =
      Exhibit.row("nowhere", "A host", Http.at("http://no-such-host.invalid"), Exhibits.ECHO);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void saysClearlyThatAnExhibitDidNotFailAsPromised() throws Exception {
    assertEquals(1, walk(NOWHERE.shows("-> hello")));
    assertTrue(
        text().endsWith("NOT AS EXPECTED: the line above should contain: -> hello\n"), text());
  }

  @Test
  void isContentWithAFailureThatWasPromised() throws Exception {
    assertEquals(0, walk(NOWHERE.shows("UnresolvedAddressException")));
    assertEquals(2, text().lines().count(), text());
  }

  private int walk(Exhibit exhibit) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Tour(List.of(exhibit), Servers.bare(), out).walk();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
