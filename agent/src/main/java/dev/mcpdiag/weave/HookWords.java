package dev.mcpdiag.weave;

import static java.util.Map.entry;

import java.util.Map;

/** What is not seen where a hook has no place, in words for people. */
public final class HookWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("request", "requests of clients"),
          entry("notification", "notifications of clients"),
          entry("announcement", "notifications"),
          entry("message", "the trace context of requests"),
          entry("connecting", "connects that fail"),
          entry("asked", "what servers ask of their clients"),
          entry("handled", "what handlers throw"),
          entry("operation", "operations that fail before a request"),
          entry("closing", "that the application closes it"),
          entry("address", "addresses of servers"),
          entry("body", "which call an HTTP request belongs to"),
          entry("handing", "which call an HTTP answer belongs to"),
          entry("sendAsync", "HTTP requests and answers"),
          entry("reading", "answers that cannot be read"),
          entry("read", "answers that cannot be read"),
          entry("uri", "addresses that cannot be used"),
          entry("command", "programs of stdio servers"),
          entry("running", "programs that run already"),
          entry("start", "starts of stdio servers"),
          entry("line", "lines on stdout that are not messages"),
          entry("parsed", "lines on stdout that are not messages"),
          entry("readerEnded", "that a stdio server is not read any more"),
          entry("stderrLine", "that a stdio server writes to stderr"),
          entry("hidden", "errors that the SDK keeps to itself"),
          entry("timer", "the time-out of initialize"),
          entry("preparing", "sign-ins before a request"),
          entry("authorizing", "sign-ins after a refusal"),
          entry("authorized", "sign-ins after a refusal"),
          entry("server", "names of servers"),
          entry("handlers", "handlers of servers"),
          entry("session", "sessions of servers"),
          entry("incoming", "requests that come in"),
          entry("asking", "what servers ask of their clients"),
          entry("answering", "answers of servers"),
          entry("beginning", "requests that come in"),
          entry("input", "requests that cannot be read"),
          entry("inputRead", "requests that cannot be read"),
          entry("inputEnded", "the end of a client"),
          entry("ownBody", "refusals of the transport"),
          entry("rejection", "refusals of the transport"),
          entry("serving", "refusals of the transport"),
          entry("writing", "answers that get lost"),
          entry("written", "answers that get lost"),
          entry("function", "what tools, prompts and resources throw"));

  private HookWords() {}

  /** The words for a place: those of its hook, or its name where there are none. */
  public static String of(String place) {
    String hook = hook(place);
    return WORDS.getOrDefault(hook, hook);
  }

  /** The hook of a place: its name without the number. */
  public static String hook(String place) {
    int number = place.indexOf('#');
    return number < 0 ? place : place.substring(0, number);
  }
}
