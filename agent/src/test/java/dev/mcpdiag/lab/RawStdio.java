package dev.mcpdiag.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stdio server in a child JVM, spoken to line by line. */
final class RawStdio implements RawPeer {
  private static final Duration MOST = Duration.ofMillis(800);

  private final Process process;
  private final OutputStream stdin;
  private final boolean endsWithNoise;
  private final Mailbox answers = new Mailbox();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  RawStdio(Process process, boolean endsWithNoise) {
    this.process = process;
    this.stdin = process.getOutputStream();
    this.endsWithNoise = endsWithNoise;
    Thread reader = new Thread(this::read, "lab-raw-stdio");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader stdout =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = stdout.readLine(); line != null; line = stdout.readLine()) {
        lines.add(line);
        answers.put(Mailbox.idIn(line), line);
      }
    } catch (IOException ignored) {
      // The server was killed: what came until then counts.
    }
  }

  /** One after the other: two answers at once can end the SDK's stdio server. */
  @Override
  public void send(String id, String json) throws IOException {
    write(json);
    if (!id.equals("early")) {
      answers.awaitAnswer(id, MOST);
    }
  }

  private void write(String json) throws IOException {
    stdin.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    stdin.flush();
  }

  @Override
  public void initialize() throws IOException {
    write(RawPeer.hello());
    answers.awaitAnswer("hello", Duration.ofSeconds(30));
    write(RawPeer.ready());
  }

  @Override
  public void sendOutside() throws IOException {
    if (endsWithNoise) {
      write("{\"jsonrpc\":");
    }
  }

  @Override
  public Map<String, String> answers(int count, Duration patience) {
    return answers.await(count, patience);
  }

  /** Every line that came on stdout. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    try {
      stdin.close();
    } catch (IOException ignored) {
      // It is gone already.
    }
  }
}
