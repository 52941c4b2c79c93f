package dev.mcpdiag.console;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.api.NextStep;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure as text, in one line or in a block.
 *
 * @param traceUrl with {@code {traceId}}, or empty for no link
 */
record FailureText(String traceUrl) {
  // With the prefix, a line fits a terminal of 100 columns.
  private static final int WIDTH = 90;
  private static final String INDENT = "             ";

  String line(Failure failure) {
    Diagnosis diagnosis = failure.diagnosis();
    StringBuilder line = new StringBuilder(320).append(code(diagnosis));
    line.append(" | ").append(diagnosis.failureType().text());
    line.append(", retryable: ").append(Words.retryable(diagnosis));
    line.append(" | ").append(failure.attempt().peer().serverName());
    line.append(' ').append(Words.deed(failure.attempt()));
    line.append(" | ").append(diagnosis.message());
    line.append(" | because ").append(failure.judgement().because());
    line.append(" | debug id ").append(failure.ids().traceId());
    if (!traceUrl.isEmpty()) {
      line.append(" | ").append(link(failure));
    }
    return line.toString();
  }

  List<String> block(Failure failure) {
    Diagnosis diagnosis = failure.diagnosis();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(title(failure));
    row(lines, "code", code(diagnosis));
    row(lines, "type", diagnosis.failureType().text());
    row(lines, "retryable", Words.retryable(diagnosis));
    row(lines, "message", diagnosis.message());
    row(lines, "because", failure.judgement().because());
    String label = "next step";
    for (NextStep step : diagnosis.nextSteps()) {
      row(lines, label, Words.step(step));
      label = "or";
    }
    if (!diagnosis.callToAction().equals("NONE")) {
      row(lines, "action", diagnosis.callToAction());
    }
    if (!diagnosis.documentation().isEmpty()) {
      row(lines, "page", diagnosis.documentation());
    }
    row(lines, "debug id", failure.ids().traceId());
    if (!traceUrl.isEmpty()) {
      row(lines, "trace", link(failure));
    }
    return lines;
  }

  private static String title(Failure failure) {
    Attempt attempt = failure.attempt();
    return "FAILED "
        + Words.deed(attempt)
        + " on "
        + attempt.peer().serverName()
        + " ("
        + attempt.side().text()
        + ", "
        + attempt.peer().transport().text()
        + (failure.findings().silent() ? ", inside an answer that claims success)" : ")");
  }

  private static String code(Diagnosis diagnosis) {
    return diagnosis.code() + diagnosis.reason().map(reason -> " (" + reason + ")").orElse("");
  }

  private String link(Failure failure) {
    return traceUrl.replace("{traceId}", failure.ids().traceId());
  }

  /** Breaks long text between words, under the first word. */
  private static void row(List<String> lines, String label, String text) {
    StringBuilder line = new StringBuilder("  ").append(label);
    line.append(" ".repeat(Math.max(1, INDENT.length() - line.length())));
    boolean isFirstWord = true;
    for (String word : text.split(" ", -1)) {
      if (!isFirstWord && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
        isFirstWord = true;
      }
      line.append(isFirstWord ? "" : " ").append(word);
      isFirstWord = false;
    }
    lines.add(line.toString());
  }
}
