package dev.mcpdiag.lab;

import dev.mcpdiag.lab.HttpPeer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens servers that fail on purpose, each at an address of its own, and closes them all. */
final class FailingServers implements AutoCloseable {
  private static final int FULL_AFTER_MILLIS = 250;

  private final String version;
  private final Path directory;
  private final TestKeys keys;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, Deque<Integer>> realPorts = new HashMap<>();
  private final Map<String, RealPart> squids = new HashMap<>();
  private int unreachablePorts;

  private @Nullable AuthorizationProcess authorization;

  /**
   * @param version of the SDK for the real servers
   * @param directory for the programs of stdio servers
   */
  FailingServers(String version, Path directory, TestKeys keys) {
    this.version = version;
    this.directory = directory;
    this.keys = keys;
  }

  Target http(Answer answer) throws IOException {
    return at("http", "127.0.0.1", new HttpPeer(answer));
  }

  Target tls(String certificate, boolean needsClientCertificate) throws IOException {
    return tls(certificate, needsClientCertificate, new McpPeer());
  }

  Target tls(String certificate, boolean needsClientCertificate, Answer answer) throws IOException {
    ServerSocket socket = keys.serverSocket(certificate, needsClientCertificate);
    return at("https", "localhost", new HttpPeer(socket, answer));
  }

  /** Says these bytes as soon as somebody connects. */
  Target greeting(String scheme, byte[] bytes) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(socket);
    Thread thread =
        new Thread(
            () -> {
              while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                  connection.getOutputStream().write(bytes);
                  connection.getOutputStream().flush();
                  Answers.pause(100);
                } catch (IOException ignored) {
                  // Closed, or the client did not wait for the greeting.
                }
              }
            },
            "lab-greeting");
    thread.setDaemon(true);
    thread.start();
    return Target.url(scheme, "127.0.0.1", socket.getLocalPort());
  }

  private Target at(String scheme, String host, HttpPeer peer) {
    open.add(peer);
    return Target.url(scheme, host, peer.port());
  }

  /** A port where nothing listens; it stays ours, so that nothing will. */
  Target refusing() throws IOException {
    SocketChannel bound = SocketChannel.open();
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    open.add(bound);
    int port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
    return Target.url("http", "127.0.0.1", port);
  }

  /** A port whose queue is full: the kernel drops every further attempt, as a firewall does. */
  Target blackhole() throws IOException {
    ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(full);
    for (int i = 0; i < 20; i++) {
      Socket filler = new Socket();
      open.add(filler);
      try {
        filler.connect(full.getLocalSocketAddress(), FULL_AFTER_MILLIS);
      } catch (SocketTimeoutException filled) {
        return Target.url("http", "127.0.0.1", full.getLocalPort());
      }
    }
    throw new IOException("the queue does not fill up on this system");
  }

  /** An address that TCP cannot be spoken with: the kernel says that the network is unreachable. */
  Target unreachable() {
    return Target.url("http", "224.0.0.1", 9000 + unreachablePorts++);
  }

  /** nginx alone. */
  Target nginx(String instance, String rules) throws IOException {
    return at(RealPart.nginx(directory.resolve(instance + "-nginx"), rules));
  }

  /** nginx before a server of the lab. */
  Target behindNginx(String instance, Answer peer, String rules) throws IOException {
    String pass = "location / { proxy_pass http://127.0.0.1:%d; %s }";
    return nginx(instance, pass.formatted(opened(new HttpPeer(peer)).port(), rules));
  }

  /** haproxy before a server of the lab, or alone. */
  Target haproxy(String instance, @Nullable Answer peer, String timeout, String rules)
      throws IOException {
    String all =
        peer == null
            ? rules
            : rules + "\n  server lab 127.0.0.1:" + opened(new HttpPeer(peer)).port();
    return at(RealPart.haproxy(directory.resolve(instance + "-haproxy"), timeout, all));
  }

  /** The way to a server goes through squid, one for each rule. */
  Target throughSquid(String rule, Target server) throws IOException {
    RealPart squid = squids.get(rule);
    if (squid == null) {
      squid = opened(RealPart.squid(directory.resolve("squid-" + squids.size()), rule));
      squids.put(rule, squid);
    }
    List<String> settings = new ArrayList<>(server.settings());
    settings.add("proxy=127.0.0.1:" + squid.port());
    return new Target(server.key(), settings);
  }

  private Target at(RealPart part) {
    return Target.url("http", "127.0.0.1", opened(part).port());
  }

  private <T extends AutoCloseable> T opened(T server) {
    open.add(server);
    return server;
  }

  /** A name that no resolver knows (RFC 6761). */
  Target unresolvable(String instance) {
    String host = instance + ".invalid";
    return new Target(host, List.of("url=http://" + host));
  }

  Target stdio(String instance, StdioPeer peer) throws IOException {
    peer.write(program(instance));
    return command(instance);
  }

  Target missingProgram(String instance) {
    return command(instance);
  }

  Target program(String instance, String script) throws IOException {
    StdioPeer.write(program(instance), script);
    return command(instance);
  }

  Target notExecutable(String instance) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(program(instance), "#!/bin/sh\nexit 0\n");
    return command(instance);
  }

  /** A real stdio server of the SDK. */
  Target realStdio(String instance) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return program(
        instance,
        "#!/bin/sh\nexec '%s' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' labapp.ServerApp stdio\n"
            .formatted(java, SdkClasspath.of(version)));
  }

  /** A real streamable server of the SDK. */
  Target realStreamable() throws IOException {
    return real("streamable");
  }

  /** A real HTTP server of the SDK, of this kind; each call gives another of its ports. */
  Target real(String kind) throws IOException {
    Deque<Integer> ports = realPorts.computeIfAbsent(kind, ignored -> new ArrayDeque<>());
    if (ports.isEmpty()) {
      ports.addAll(portsOfReal(kind, 8));
    }
    return Target.url("http", "127.0.0.1", ports.remove());
  }

  /** The same for one scenario alone, because it will not live long. */
  Target leaving(String kind) throws IOException {
    return Target.url("http", "127.0.0.1", portsOfReal(kind, 1).get(0));
  }

  private List<Integer> portsOfReal(String kind, int count) throws IOException {
    ChildJvm server =
        new ChildJvm.Launch(Path.of(System.getProperty("java.home")))
            .option("-XX:TieredStopAtLevel=1")
            .start(
                SdkClasspath.of(version),
                List.of("labapp.ServerApp", kind, Integer.toString(count)));
    open.add(server);
    String line = server.awaitLine("listening ", Duration.ofSeconds(60));
    List<Integer> ports = new ArrayList<>();
    for (String port : line.substring("listening ".length()).split(" ", -1)) {
      ports.add(Integer.valueOf(port));
    }
    return ports;
  }

  /**
   * An MCP server that trusts the tokens of a real authorization server.
   *
   * @param more of the errand
   */
  Target protectedServer(String... more) throws IOException {
    Target server = Target.url("http", "127.0.0.1", authorization().port());
    return server.with("issuer=" + authorization().issuer()).with(more);
  }

  /** A healthy MCP server that is never reached, because the login before it fails. */
  Target behindLogin(String... more) throws IOException {
    return http(new McpPeer()).with("issuer=" + authorization().issuer()).with(more);
  }

  AuthorizationProcess authorization() throws IOException {
    AuthorizationProcess known = authorization;
    if (known == null) {
      known = new AuthorizationProcess(version);
      open.add(known);
      authorization = known;
    }
    return known;
  }

  private Path program(String instance) {
    return directory.resolve(instance);
  }

  private Target command(String instance) {
    return new Target(instance, List.of("command=" + program(instance)));
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable server : open) {
      try {
        server.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
