package dev.mcpdiag.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mcpdiag.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {
  private final Identities identities = new Identities();
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void scopesNestAndTheInnerOneKeepsWhatItDoesNotSay() {
    Runnable outer = identities.enter(new Identity("alice", "chat-7"));
    Runnable inner = identities.enter(new Identity("", "chat-8"));
    assertEquals(new Identity("alice", "chat-8"), identities.current());
    inner.run();
    assertEquals(new Identity("alice", "chat-7"), identities.current());
    outer.run();
    assertNull(identities.current());
  }

  @Test
  void scopesMayEndInAnyOrderAndTwice() {
    Runnable outer = identities.enter(new Identity("alice", ""));
    Runnable inner = identities.enter(new Identity("bob", ""));
    outer.run();
    assertEquals("bob", name(identities.current()));
    inner.run();
    inner.run();
    assertNull(identities.current());
  }

  @Test
  void aScopeThatEndsOnAnotherThreadLeavesThatThreadAlone() throws InterruptedException {
    Runnable mine = identities.enter(new Identity("alice", ""));
    List<String> seen = new ArrayList<>();
    Thread other =
        new Thread(
            () -> {
              Runnable its = identities.enter(new Identity("bob", ""));
              mine.run();
              seen.add(name(identities.current()));
              its.run();
            });
    other.start();
    other.join();
    assertEquals(List.of("bob"), seen);
  }

  @Test
  void whatAHandlerSaysIsSaidOfTheCallThatItAnswers() {
    List<Identity> said = new ArrayList<>();
    identities.want();
    identities.answering(said::add);
    identities.enter(new Identity("alice", "")).run();
    identities.answering(null);
    identities.enter(new Identity("bob", "")).run();
    assertEquals(List.of(new Identity("alice", "")), said);
  }

  @Test
  void hashesOfOneKeyAgreeAndTellUsersFromConversations() {
    byte[] key = KeyFile.ofThisRun();
    Identity same = new Identity("alice", "alice");
    var who = Disclosure.hashed(key).of(same);
    assertEquals(who, Disclosure.hashed(key).of(same));
    assertNotEquals(who, Disclosure.hashed(KeyFile.ofThisRun()).of(same));
    assertNotEquals(who == null ? "" : who.user(), who == null ? "" : who.conversation());
  }

  @Test
  void aKeyFileIsMadeOnceAndABadOneIsTold(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    String made = new String(KeyFile.key(file.toString(), problems::add), UTF_8);
    assertEquals(made, new String(KeyFile.key(file.toString(), problems::add), UTF_8));
    assertEquals(List.of(), problems);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    Files.writeString(file, "short");
    KeyFile.key(file.toString(), problems::add);
    KeyFile.key(folder.resolve("no/such/folder").toString(), problems::add);
    assertEquals(2, problems.size(), problems::toString);
  }

  private static String name(@Nullable Identity identity) {
    return identity == null ? "nobody" : identity.user();
  }
}
