package dev.mcpdiag.example;

import static dev.mcpdiag.example.Exhibit.row;

import dev.mcpdiag.example.server.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The table of everything that the gallery shows: first what ends soon, then what takes time. */
final class Exhibits {
  static final Http TOMCAT = Http.at(Role.STREAMABLE, "http");
  private static final Http SCRIPTED = Http.at(Role.SCRIPTED, "http");
  private static final Stdio STDIO = Stdio.of(Role.STDIO);

  static final Step ECHO = Step.tool("echo", Map.of("text", "hello"));
  private static final Step DIVIDE = Step.tool("divide", Map.of("dividend", 1, "divisor", 0));
  private static final Step SEARCH = Step.tool("search", Map.of("query", "chairs"));
  private static final Step SLOW = Step.tool("slow", Map.of());
  private static final Step SILENT = Step.tool("silent", Map.of());
  private static final Step DOWN = Step.tool("down", Map.of());
  private static final Step BUSY = Step.tool("busy", Map.of());

  static final List<Exhibit> ALL =
      List.of(
          row("healthy-http", "A healthy server over HTTP", TOMCAT, ECHO).shows("-> hello"),
          row("healthy-http-async", "The same, asynchronously", TOMCAT, ECHO)
              .async()
              .shows("-> hello"),
          row("healthy-list", "Its list of tools", TOMCAT, Step.listTools())
              .shows("[crash, divide"),
          row("healthy-resource", "One of its resources", TOMCAT, Step.resource("gallery://hours"))
              .shows("-> daily"),
          row("healthy-prompt", "One of its prompts", TOMCAT, Step.prompt("greeting"))
              .async()
              .shows("-> Say hello"),
          row(
                  "dns",
                  "A host name that does not exist",
                  Http.at("http://no-such-host.invalid"),
                  ECHO)
              .shows("UnresolvedAddressException"),
          row("refused", "Nothing listens on the port", Http.at(Role.SCRIPTED, "refusing"), ECHO)
              .shows("ConnectException"),
          row("refused-async", "The same, asynchronously", Http.at(Role.SCRIPTED, "refusing"), ECHO)
              .async()
              .shows("ConnectException"),
          row(
                  "connect-timeout",
                  "A port that swallows",
                  Http.at(Role.SCRIPTED, "swallowing").connectingWithin(Duration.ofSeconds(1)),
                  ECHO)
              .shows("HttpConnectTimeoutException"),
          row("auth-missing", "No credentials", SCRIPTED.path("/guarded"), ECHO)
              .shows("McpHttpClientTransportAuthorizationException"),
          row(
                  "auth-refused",
                  "Credentials that are no longer good",
                  SCRIPTED.path("/guarded").token("yesterdays-token"),
                  ECHO)
              .async()
              .shows("McpHttpClientTransportAuthorizationException"),
          row("rate-limit", "Too many calls", SCRIPTED, BUSY).shows("429"),
          row("rate-limit-start", "Too many connections", SCRIPTED.path("/busy"), ECHO)
              .async()
              .shows("429"),
          row("unavailable", "A server under maintenance", SCRIPTED.path("/down"), ECHO)
              .shows("503"),
          row("unavailable-call", "Maintenance starts before the call", SCRIPTED, DOWN)
              .async()
              .shows("503"),
          row("wrong-path", "A path where no MCP is", SCRIPTED.path("/missing"), ECHO).shows("404"),
          row("teapot", "An answer that nobody foresaw", SCRIPTED.path("/teapot"), ECHO)
              .shows("418"),
          row("unknown-tool", "A tool that is not there", TOMCAT, Step.tool("fly", Map.of()))
              .shows("McpError: Unknown tool"),
          row("tool-error", "A tool says that it failed", TOMCAT, SEARCH)
              .shows("-> isError, The catalogue"),
          row("tool-throws", "A tool throws", TOMCAT, DIVIDE).async().shows("McpError: / by zero"),
          row("cancelled", "The application changes its mind", TOMCAT, SLOW.cancelledAfter(500))
              .async()
              .shows("-> cancelled by the application"),
          row(
                  "tls-plaintext",
                  "HTTPS to a port that speaks HTTP",
                  Http.at(Role.STREAMABLE, "https-to-plain-port"),
                  ECHO)
              .shows("SSLException"),
          row("tls-untrusted", "A self-signed certificate", Http.at(Role.TLS, "authority"), ECHO)
              .shows("SunCertPathBuilderException"),
          row(
                  "tls-expired",
                  "A certificate of 2020",
                  Http.at(Role.TLS, "expired").trustingGallery(),
                  ECHO)
              .async()
              .shows("CertificateExpiredException"),
          row(
                  "tls-wrong-host",
                  "A certificate for another host",
                  Http.at(Role.TLS, "wrong-host").trustingGallery(),
                  ECHO)
              .shows("No subject alternative DNS name matching localhost"),
          row("healthy-stdio", "A healthy server over stdio", STDIO, ECHO).shows("-> hello"),
          row("healthy-stdio-async", "The same, asynchronously", STDIO, Step.listTools())
              .async()
              .shows("[crash, divide"),
          row("slow-tool", "A tool slower than the client's patience", TOMCAT, SLOW)
              .waits(Patience.forRequest(4_000))
              .shows("TimeoutException"),
          row("no-answer", "A call that is never answered", SCRIPTED, SILENT)
              .async()
              .waits(Patience.forRequest(4_500))
              .shows("TimeoutException"),
          row("slow-beside-503", "A slow call beside a 503", SCRIPTED, SILENT.beside(DOWN))
              .async()
              .waits(Patience.forRequest(5_000))
              .shows("503"),
          row("no-start", "A server that never starts to talk", SCRIPTED.path("/silent"), ECHO)
              .waits(Patience.forInitialize(2_000))
              .shows("initialize -> RuntimeException: Client failed to initialize"),
          row("stdio-missing", "A program that is not there", Stdio.of("no-such-mcp-server"), ECHO)
              .waits(Patience.forInitialize(1_500))
              .shows("TimeoutException"),
          row("stdio-exits", "A program that gives up", Stdio.of(Role.STDIO_EXITING), ECHO)
              .waits(Patience.forInitialize(6_000))
              .shows("TimeoutException"),
          row("stdio-noise", "A program that logs to stdout", Stdio.of(Role.STDIO_NOISY), ECHO)
              .async()
              .waits(Patience.forInitialize(6_500))
              .shows("TimeoutException"),
          row("stdio-silent", "A program that never answers", Stdio.of(Role.STDIO_SILENT), ECHO)
              .waits(Patience.forInitialize(3_000))
              .shows("TimeoutException"),
          row("stdio-crash", "A program that dies in a call", STDIO, Step.tool("crash", Map.of()))
              .waits(Patience.forRequest(8_000))
              .shows("tools/call crash -> "));

  private Exhibits() {}
}
