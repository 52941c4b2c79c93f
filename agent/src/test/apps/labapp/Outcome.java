package labapp;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** An outcome as one line of text: what the application learns and nothing else. */
final class Outcome {
  private static final int LONGEST_MESSAGE = 400;

  private Outcome() {}

  static String failed(Throwable thrown) {
    Throwable failure = thrown;
    if (failure instanceof ExecutionException || failure instanceof CompletionException) {
      failure = failure.getCause() == null ? failure : failure.getCause();
    }
    StringBuilder chain = new StringBuilder("fail");
    String separator = "\t";
    for (int depth = 0; failure != null && depth < 12; depth++, failure = failure.getCause()) {
      chain.append(separator).append(failure.getClass().getName()).append(": ");
      chain.append(oneLine(failure.getMessage()));
      separator = " <- ";
    }
    return chain.toString();
  }

  static String succeeded(Object result) {
    return "ok\t" + oneLine(String.valueOf(result));
  }

  private static String oneLine(String text) {
    if (text == null) {
      return "null";
    }
    String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
  }
}
