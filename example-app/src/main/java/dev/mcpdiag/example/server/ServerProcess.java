package dev.mcpdiag.example.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One running child JVM and the addresses it announced. */
final class ServerProcess {
  private static final int START_SECONDS = 30;

  private final Role role;
  private final Process process;
  private final Map<String, URI> addresses = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> open = new CompletableFuture<>();

  private ServerProcess(Role role, Process process) {
    this.role = role;
    this.process = process;
  }

  static ServerProcess start(Role role, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    Role.leaveToolsBehind(builder);
    try {
      ServerProcess server = new ServerProcess(role, builder.start());
      Thread reader = new Thread(server::readAnnouncements, "gallery-" + role);
      reader.setDaemon(true);
      reader.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("The server " + role + " could not be started", e);
    }
  }

  /** Waits until the server is up. */
  URI address(String name) {
    try {
      if (!open.get(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The server " + role + " ended before it was up.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + role + " was starting", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The server " + role + " did not start in time.", e);
    }
    @Nullable URI address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException(role + " announced no address named " + name);
    }
    return address;
  }

  private void readAnnouncements() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.equals(Doors.ALL_OPEN)) {
        int space = line.indexOf(' ');
        addresses.put(line.substring(0, space), URI.create(line.substring(space + 1)));
        line = lines.readLine();
      }
      open.complete(line != null);
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      open.completeExceptionally(e);
    }
  }
}
