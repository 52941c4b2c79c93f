package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** nginx, haproxy or squid as it is installed, with a configuration of the lab's own. */
final class RealPart implements AutoCloseable {
  private static final String[] FOLDERS = {"/usr/sbin", "/usr/local/sbin", "/usr/local/bin"};
  private static final long STARTED_BEFORE_MILLIS = 15_000;

  /** Those that nobody closed: a run that breaks off leaves none behind. */
  private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> LIVING.forEach(RealPart::end), "lab-real-parts"));
  }

  private final Process process;
  private final int port;

  private RealPart(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether a program is installed; null asks for nothing. */
  static boolean isThere(@Nullable String program) {
    return program == null || found(program) != null;
  }

  private static @Nullable Path found(String program) {
    List<String> folders = new ArrayList<>(List.of(FOLDERS));
    folders.addAll(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
    return folders.stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /**
   * nginx with one server.
   *
   * @param rules directives of the server block
   */
  static RealPart nginx(Path directory, String rules) throws IOException {
    int port = freePort();
    String configuration =
        """
        daemon off;
        master_process off;
        user root;
        pid pid;
        error_log stderr crit;
        events {}
        http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          server {
            listen 127.0.0.1:%d;
            %s
          }
        }
        """
            .formatted(port, rules);
    Path file = written(directory, "nginx.conf", configuration);
    return start(port, "nginx", "-p", directory.toString(), "-c", file.toString());
  }

  /**
   * haproxy with one frontend.
   *
   * @param timeout of its server side
   * @param rules lines of the proxy section
   */
  static RealPart haproxy(Path directory, String timeout, String rules) throws IOException {
    int port = freePort();
    String configuration =
        """
        defaults
          mode http
          timeout connect 2s
          timeout client 60s
          timeout server %s
          retries 0
        listen lab
          bind 127.0.0.1:%d
          %s
        """
            .formatted(timeout, port, rules);
    Path file = written(directory, "haproxy.conf", configuration);
    return start(port, "haproxy", "-db", "-f", file.toString());
  }

  /** squid as a forward proxy that allows, refuses or asks for a password: one rule. */
  static RealPart squid(Path directory, String rule) throws IOException {
    int port = freePort();
    Path helper = directory.resolve("passwords");
    StdioPeer.write(helper, "#!/bin/sh\nwhile read line; do echo ERR; done\n");
    String configuration =
        """
        http_port 127.0.0.1:%d
        auth_param basic program %s
        acl known proxy_auth REQUIRED
        http_access %s
        http_access deny all
        cache deny all
        access_log none
        cache_log /dev/null
        pid_filename none
        shutdown_lifetime 0 seconds
        """
            .formatted(port, helper, rule);
    Path file = written(directory, "squid.conf", configuration);
    return start(port, "squid", "-N", "-f", file.toString());
  }

  int port() {
    return port;
  }

  private static Path written(Path directory, String name, String text) throws IOException {
    Files.createDirectories(directory);
    return Files.writeString(directory.resolve(name), text);
  }

  private static RealPart start(int port, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Objects.requireNonNull(found(program), program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    LIVING.add(process);
    RealPart part = new RealPart(process, port);
    part.awaitPort(program);
    return part;
  }

  private void awaitPort(String program) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STARTED_BEFORE_MILLIS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException notYet) {
        Answers.pause(20);
      }
    }
    close();
    throw new IOException(program + " did not come up on port " + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    end(process);
    LIVING.remove(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
