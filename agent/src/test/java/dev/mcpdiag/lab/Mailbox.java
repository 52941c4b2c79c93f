package dev.mcpdiag.lab;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Answers as they come in, by request. */
final class Mailbox {
  private final Map<String, String> answers = new TreeMap<>();
  private long lastNanos = System.nanoTime();

  synchronized void put(String id, String answer) {
    answers.merge(id, answer, (first, second) -> first + "\n" + second);
    lastNanos = System.nanoTime();
    notifyAll();
  }

  /** A copy, as soon as there are so many, or nothing has come for {@code patience}. */
  synchronized Map<String, String> await(int count, Duration patience) {
    lastNanos = System.nanoTime();
    try {
      while (answers.size() < count) {
        long left = patience.toNanos() - (System.nanoTime() - lastNanos);
        if (left <= 0) {
          break;
        }
        wait(Math.max(1, left / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new TreeMap<>(answers);
  }

  /** Waits until the answer to this request is there, or the time is over. */
  synchronized void awaitAnswer(String id, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      for (long left = limit.toMillis(); left > 0 && !answers.containsKey(id); ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The value of the "id" member, without a JSON parser: the ids of the lab are plain words. */
  static String idIn(String json) {
    int start = json.indexOf("\"id\":\"");
    return start < 0 ? "" : json.substring(start + 6, json.indexOf('"', start + 6));
  }
}
