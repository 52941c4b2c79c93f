package dev.mcpdiag.telemetry;

import dev.mcpdiag.api.Diagnosis;
import dev.mcpdiag.catalogue.NextStepsJson;
import dev.mcpdiag.failure.Attempt;
import dev.mcpdiag.failure.Failure;
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
    CallAttributes.text(to, Names.ERROR_TYPE, attempt.errorType());
    CallAttributes.ofBoth(failure, to);
    diagnosed(failure, to);
    attempted(attempt, to);
    CallAttributes.who(attempt, to);
    CallAttributes.number(to, Names.HTTP_STATUS, failure.received().httpStatus());
    CallAttributes.number(to, Names.PROCESS_EXIT, failure.received().processExit());
    CallAttributes.number(to, Names.PEER_CODE, failure.received().peerCode());
    if (failure.silent()) {
      to.flag(Names.SILENT, true);
    }
    to.number(Names.COUNT, count);
    to.text(Names.FINGERPRINT, failure.fingerprint());
    Failure.Thrown thrown = failure.thrown();
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
    to.text(Names.BECAUSE, failure.because());
    if (!failure.evidence().isEmpty()) {
      to.texts(Names.EVIDENCE, failure.evidence());
    }
    to.text(Names.CLASSIFIED_BY, failure.classifiedBy());
    to.text(Names.CTA, diagnosis.callToAction());
    to.text(Names.NEXT_STEPS, NextStepsJson.of(diagnosis.nextSteps()));
    CallAttributes.text(to, Names.DOCUMENTATION, diagnosis.documentation());
  }

  private static void attempted(Attempt attempt, EventAttributes to) {
    if (attempt.timeout() != null) {
      to.number(Names.TIMEOUT_MS, attempt.timeout().toMillis());
    }
    if (attempt.method().isEmpty()) {
      return;
    }
    to.text(Names.ATTEMPTED_METHOD, attempt.method());
    CallAttributes.text(to, Names.ATTEMPTED_TOOL, attempt.tool());
    if (!attempt.argumentNames().isEmpty()) {
      to.texts(Names.ATTEMPTED_ARGUMENT_NAMES, attempt.argumentNames());
    }
    to.text(Names.ATTEMPTED_TARGET, attempt.peer().target());
    to.decimal(Names.DURATION_MS, attempt.elapsed().toNanos() / 1e6);
  }

  private static Severity severityOf(Diagnosis diagnosis) {
    return switch (diagnosis.severity()) {
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARN;
      case ERROR -> Severity.ERROR;
    };
  }
}
