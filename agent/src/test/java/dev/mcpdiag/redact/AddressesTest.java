package dev.mcpdiag.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private final Redactor redactor = Redactor.standard();

  @Test
  void keepsOfAnAddressWhereItLeads() {
    assertEquals(
        "https://h.example:8443/mcp",
        redactor.address(URI.create("https://u:p@h.example:8443/mcp?token=x#frag")));
    assertEquals("http://[::1]:80/", redactor.address(URI.create("http://[::1]:80/")));
    assertEquals("http://under_score:1", redactor.address(URI.create("http://a:b@under_score:1")));
    assertEquals(
        "https://h/s/[redacted]/mcp",
        redactor.address(URI.create("https://h/s/9xQ2mVb7Lr4TzK1pWc8YdN3sHf6J/mcp")));
  }

  @Test
  void keepsOfAResourceItsPathEvenIfItIsNoUri() {
    assertEquals("file:///data/a b.txt", redactor.resource("file:///data/a b.txt?sig=x"));
    assertEquals("db://h/t", redactor.resource("db://svc:secret@h/t"));
    assertEquals("mailto:example.com", redactor.resource("mailto:bob@example.com"));
    assertEquals("note://x", redactor.resource("note://x#\u202e"));
  }

  @Test
  void keepsOfACommandItsBaseName() {
    assertEquals("npx", redactor.commandName("npx"));
    assertEquals("node", redactor.commandName("/usr/local/bin/node"));
    assertEquals("node.exe", redactor.commandName("C:\\Program Files\\nodejs\\node.exe"));
    assertEquals("npx", redactor.commandName("npx -y server --token=a/b"));
    assertEquals("node", redactor.commandName("node /srv/x.js key=a/s3cr3t"));
    assertEquals("run.sh", redactor.commandName("/opt/my app/run.sh --password x"));
    assertEquals("", redactor.commandName(""));
  }
}
