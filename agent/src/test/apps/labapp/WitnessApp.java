package labapp;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Does errands one after the other on the main thread and prints all that an application can see of
 * an outcome: classes, messages, suppressed throwables and frames. Arguments: the errands, and
 * where to write which {@code mcpdiag-*} threads were seen.
 */
public final class WitnessApp {
  private static final int FRAMES = 5;
  private static final Set<String> THREADS = new TreeSet<>();
  private static int mostAtOnce;

  private WitnessApp() {}

  public static void main(String[] args) throws Exception {
    Thread watcher = new Thread(WitnessApp::watchThreads, "witness");
    watcher.setDaemon(true);
    watcher.start();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      visit(Errand.of(line));
    }
    watcher.interrupt();
    watcher.join();
    List<String> seen = new ArrayList<>(THREADS);
    seen.add("at once: " + mostAtOnce);
    Files.write(Path.of(args[1]), seen);
    Files.write(Path.of(args[1] + ".beans"), Beans.all());
    System.out.println("end");
    System.out.flush();
    System.exit(3);
  }

  private static void visit(Errand errand) throws Exception {
    System.out.println("visiting " + errand.text("url", errand.text("command", "")));
    Client client = Client.of(errand);
    for (String operation : errand.all("op")) {
      String[] words = operation.split(" ");
      boolean isInterrupted = words[0].equals("interrupted");
      if (isInterrupted) {
        words = operation.substring("interrupted ".length()).split(" ");
        Thread.currentThread().interrupt();
      }
      String outcome;
      try {
        outcome = "ok " + perform(client, words);
      } catch (Throwable e) {
        outcome = all(e);
      }
      System.out.println(errand.id() + " " + operation + " -> " + outcome);
      if (isInterrupted) {
        System.out.println("interrupted afterwards: " + Thread.interrupted());
      }
    }
    client.close();
  }

  private static Object perform(Client client, String[] words) throws Exception {
    return switch (words[0]) {
      case "init" -> client.initialize();
      case "list" -> client.list();
      case "read" -> client.read(words[1]);
      case "call" -> client.call(words[1], arguments(words));
      case "tag" -> tagged((Client.Blocking) client, words[1], arguments(words));
      case "sleep" -> sleep(Long.parseLong(words[1]));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  /** A call with something in its {@code _meta}. */
  private static Object tagged(Client.Blocking client, String tool, Map<String, Object> meta)
      throws Exception {
    Object request =
        Tools.record(
            CallToolRequest.class, Map.of("name", tool, "arguments", Map.of(), "meta", meta));
    return Client.said(client.client().callTool((CallToolRequest) request));
  }

  private static Object sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  private static Map<String, Object> arguments(String[] words) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      arguments.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return arguments;
  }

  private static String all(Throwable first) {
    StringBuilder text = new StringBuilder();
    String title = "";
    for (Throwable t = first; t != null; t = t.getCause()) {
      text.append(title).append(t.getClass().getName()).append(": ").append(t.getMessage());
      text.append(" suppressed ").append(t.getSuppressed().length).append('\n');
      details(text, t);
      frames(text, t);
      for (Throwable suppressed : t.getSuppressed()) {
        text.append("  suppressed ").append(suppressed).append('\n');
      }
      title = "caused by ";
    }
    return text.toString();
  }

  /** What an application that knows these types can read from them. */
  private static void details(StringBuilder text, Throwable t) {
    try {
      if (t.getClass().getSimpleName().equals("McpError")) {
        text.append("  error ").append(Loose.call(t, "getJsonRpcError")).append('\n');
      } else if (t.getClass().getSimpleName().contains("AuthorizationException")) {
        HttpResponse.ResponseInfo answer =
            (HttpResponse.ResponseInfo) Loose.call(t, "getResponseInfo");
        text.append("  challenge ")
            .append(answer.headers().allValues("WWW-Authenticate"))
            .append('\n');
      }
    } catch (Exception e) {
      text.append("  no details in this SDK\n");
    }
  }

  /** Without ours, whose absence is what is compared, and without generated names. */
  private static void frames(StringBuilder text, Throwable t) {
    int shown = 0;
    for (StackTraceElement frame : t.getStackTrace()) {
      String type = frame.getClassName();
      boolean isOurs = type.startsWith("dev.mcpdiag.") || type.endsWith(".McpdiagHook");
      if (!isOurs && shown < FRAMES) {
        shown++;
        text.append("  at ").append(type.replaceAll("[$/]+(Lambda)?[$/0-9x].*", ""));
        text.append('.').append(frame.getMethodName().replaceAll("\\$\\d+$", "")).append('\n');
      }
    }
  }

  private static void watchThreads() {
    try {
      while (true) {
        look();
        Thread.sleep(10);
      }
    } catch (InterruptedException end) {
      look();
    }
  }

  private static void look() {
    int now = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean isApplication =
          thread.getName().matches("main|witness|HttpClient.*|boundedElastic.*");
      if (!isApplication && thread.getName().matches("mcpdiag.*|.*[Oo]k[Hh]ttp.*|.*[Oo]kio.*")) {
        now++;
        THREADS.add(
            thread.getName()
                + " daemon="
                + thread.isDaemon()
                + " loader="
                + thread.getContextClassLoader());
      }
    }
    mostAtOnce = Math.max(mostAtOnce, now);
  }
}
