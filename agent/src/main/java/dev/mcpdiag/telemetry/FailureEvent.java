package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.catalogue.NextStepsJson;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Findings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;

/**
 * The log record of one failure, or of several alike (reference/events.md#attributes-of-a-failure).
 */
final class FailureEvent {
  private FailureEvent() {}

  static EventData of(Failure failure, int count, Speaker speaker) {
    Failure.Ids ids = failure.ids();
    Diagnosis diagnosis = failure.diagnosis();
    return new EventData(
        Names.FAILURE_EVENT,
        EventAttributes.nanos(failure.at()),
        EventAttributes.spanOf(ids),
        severityOf(diagnosis),
        diagnosis.severity().text(),
        diagnosis.message(),
        attributesOf(failure, count),
        speaker);
  }

  private static Attributes attributesOf(Failure failure, int count) {
    EventAttributes to = new EventAttributes();
    Attempt attempt = failure.attempt();
    CallAttributes.ofBoth(attempt, to);
    CallAttributes.text(to, Names.ERROR_TYPE, attempt.execution().errorType());
    CallAttributes.ofBoth(failure, to);
    diagnosed(failure, to);
    attempted(attempt, to);
    CallAttributes.who(attempt, to);
    CallAttributes.number(to, Names.HTTP_STATUS, failure.findings().received().httpStatus());
    CallAttributes.number(to, Names.PROCESS_EXIT, failure.findings().received().processExit());
    CallAttributes.number(to, Names.PEER_CODE, failure.findings().received().peerCode());
    if (failure.findings().silent()) {
      to.flag(Names.SILENT, true);
    }
    to.number(Names.COUNT, count);
    to.text(Names.FINGERPRINT, failure.fingerprint());
    Findings.Thrown thrown = failure.findings().thrown();
    if (thrown != null) {
      to.text(Names.EXCEPTION_TYPE, thrown.type());
      CallAttributes.text(to, Names.EXCEPTION_MESSAGE, thrown.message());
      CallAttributes.text(to, Names.EXCEPTION_STACKTRACE, thrown.stackTrace());
    }
    return to.build();
  }

  private static void diagnosed(Failure failure, EventAttributes to) {
    Diagnosis diagnosis = failure.diagnosis();
    to.text(Names.SEVERITY, diagnosis.severity().text());
    to.text(Names.BECAUSE, failure.judgement().because());
    if (!failure.findings().evidence().isEmpty()) {
      to.texts(Names.EVIDENCE, failure.findings().evidence());
    }
    to.text(Names.CLASSIFIED_BY, failure.judgement().by());
    to.text(Names.CTA, diagnosis.callToAction());
    to.text(Names.NEXT_STEPS, NextStepsJson.of(diagnosis.nextSteps()));
    CallAttributes.text(to, Names.DOCUMENTATION, diagnosis.documentation());
  }

  private static void attempted(Attempt attempt, EventAttributes to) {
    if (attempt.execution().timeout() != null) {
      to.number(Names.TIMEOUT_MS, attempt.execution().timeout().toMillis());
    }
    if (attempt.request().method().isEmpty()) {
      return;
    }
    to.text(Names.ATTEMPTED_METHOD, attempt.request().method());
    CallAttributes.text(to, Names.ATTEMPTED_TOOL, attempt.request().tool());
    if (!attempt.request().argumentNames().isEmpty()) {
      to.texts(Names.ATTEMPTED_ARGUMENT_NAMES, attempt.request().argumentNames());
    }
    to.text(Names.ATTEMPTED_TARGET, attempt.peer().target());
    to.decimal(Names.DURATION_MS, attempt.execution().elapsed().toNanos() / 1e6);
  }

  private static Severity severityOf(Diagnosis diagnosis) {
    return switch (diagnosis.severity()) {
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARN;
      case ERROR -> Severity.ERROR;
    };
  }
}
