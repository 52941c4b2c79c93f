package dev.mcpdiag.engine;

import dev.mcpdiag.call.Diagnoser;
import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.extensions.Extensions;
import dev.mcpdiag.redact.Redactor;

/** Classifiers and rules of the user; loads nothing of them where no option names any. */
final class SecondOpinions {
  private SecondOpinions() {}

  static Diagnoser of(Settings settings, Redactor redactor, Courier courier, Voice voice) {
    if (settings.extensions().isEmpty() && settings.rulesFile().isEmpty()) {
      return Diagnoser.BUILT_IN;
    }
    return new Extensions(
        settings.extensions(),
        settings.classifierTimeout(),
        settings.rulesFile().orElse(""),
        redactor,
        work -> Threads.start("classify", work),
        // Said by the courier: a blocked stderr must not hold up a call.
        problem -> courier.execute(() -> voice.report(problem)),
        line -> courier.execute(() -> voice.say(LogLevel.INFO, line)));
  }
}
