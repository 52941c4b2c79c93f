package dev.mcpdiag.engine;

import dev.mcpdiag.config.ArgumentCapture;
import dev.mcpdiag.config.Instrumentation;
import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.Surroundings;
import dev.mcpdiag.config.TelemetryOwner;
import dev.mcpdiag.console.StartLines;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.hook.Companion;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.weave.ApplicationOtel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Starts everything behind the hooks when the first class is woven, off the thread that loads it;
 * the first hook that runs waits for the rest of that start.
 */
final class Core {
  private final Settings settings;
  private final Voice voice;
  private final FutureTask<Parts> parts;
  private boolean isAwake;

  Core(Settings settings, Surroundings surroundings, Voice voice) {
    this.settings = settings;
    this.voice = voice;
    this.parts = new FutureTask<>(() -> new Parts(settings, surroundings, voice));
  }

  Problems problems() {
    return voice;
  }

  /** Whether the switches of {@code mcpdiag.instrumentation.*} leave this class to us. */
  boolean isWatched(String className) {
    if (className.equals(ApplicationOtel.SDK_BUILDER)) {
      return settings.telemetry() == TelemetryOwner.AUTO
          || settings.telemetry() == TelemetryOwner.APP;
    }
    if (className.endsWith("/StdioClientTransport")) {
      return settings.isInstrumented(Instrumentation.CLIENT)
          && settings.isInstrumented(Instrumentation.STDIO);
    }
    boolean isHttp = className.contains("/transport/");
    return settings.isInstrumented(Instrumentation.CLIENT)
        && (!isHttp || settings.isInstrumented(Instrumentation.HTTP));
  }

  /** Begins the start; returns at once. */
  synchronized void wake() {
    if (!isAwake) {
      isAwake = true;
      Threads.start("courier", this::runCourier);
    }
  }

  private void runCourier() {
    parts.run();
    try {
      parts.get().courier().run();
    } catch (InterruptedException | ExecutionException e) {
      voice.say(LogLevel.ERROR, "the agent could not start and stays off: " + e.getCause());
    }
  }

  /** Adapters for a loader; called by the first hook that runs there. */
  Function<Object[], Object>[] companion(ClassLoader application, SdkCapture capture)
      throws Exception {
    wake();
    Parts ready = parts.get();
    UnaryOperator<String> resources = ready.redactor()::resource;
    boolean capturesNames = settings.captureArguments() != ArgumentCapture.OFF;
    Companion companion =
        new Companion(
            voice,
            ready.calls(application, capture),
            ready.connections(),
            resources,
            capturesNames,
            settings.isPropagating(),
            ready.searchPath());
    return companion.make(
        application,
        report ->
            voice.say(
                LogLevel.INFO,
                StartLines.hooks(report.sdkVersion(), report.linked(), report.all(), List.of())));
  }
}
