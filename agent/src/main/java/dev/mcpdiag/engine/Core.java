package dev.mcpdiag.engine;

import dev.mcpdiag.config.ArgumentCapture;
import dev.mcpdiag.config.Instrumentation;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.Surroundings;
import dev.mcpdiag.config.TelemetryOwner;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.hook.Companion;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import dev.mcpdiag.redact.CallNames;
import dev.mcpdiag.weave.ApplicationOtel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Starts everything behind the hooks when the first class is woven, off the thread that loads it;
 * the first hook that runs waits for the rest of that start.
 */
final class Core {
  private final Settings settings;
  private final Voice voice;
  private final JmxWatch jmx;
  private final FutureTask<Parts> parts;
  private boolean isAwake;

  Core(Settings settings, Surroundings surroundings, Voice voice, JmxWatch jmx) {
    this.settings = settings;
    this.voice = voice;
    this.jmx = jmx;
    this.parts = new FutureTask<>(() -> new Parts(settings, surroundings, voice));
  }

  Problems problems() {
    return voice;
  }

  Voice voice() {
    return voice;
  }

  /** Whether the switches of {@code mcpdiag.instrumentation.*} leave this class to us. */
  boolean isWatched(String className) {
    if (className.equals(ApplicationOtel.SDK_BUILDER)) {
      return settings.telemetry() == TelemetryOwner.AUTO
          || settings.telemetry() == TelemetryOwner.APP;
    }
    boolean isServer =
        className.contains("/server/")
            || className.contains("ServerSession")
            || className.contains("/method/tool/") // Spring AI's tools
            || className.endsWith("/McpToolUtils");
    if (!settings.isInstrumented(isServer ? Instrumentation.SERVER : Instrumentation.CLIENT)) {
      return false;
    }
    if (!className.contains("/transport/")) {
      return true;
    }
    boolean isStdio = className.contains("/Stdio");
    return settings.isInstrumented(isStdio ? Instrumentation.STDIO : Instrumentation.HTTP);
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
    Parts ready = ready();
    if (ready != null) {
      Runnable show = ready::showServers;
      jmx.whenAlive(() -> ready.courier().execute(show));
      ready.courier().run();
    }
  }

  /** All parts once they are made; null, with one sentence said, where they cannot be made. */
  private @Nullable Parts ready() {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          return parts.get();
        } catch (InterruptedException e) {
          wasInterrupted = true; // meant for the application's own waiting, not for ours
        }
      }
    } catch (ExecutionException e) {
      voice.report(
          new Problem(
              "the agent could not start and stays off",
              String.valueOf(e.getCause()),
              "please report this; the application runs as without it"));
      return null;
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Adapters for a loader, null where there is no agent; called by the first hook there. */
  Function<Object[], Object> @Nullable [] companion(
      ClassLoader application, SdkCapture capture, WatchedSdk watched) throws Exception {
    wake();
    Parts ready = ready();
    if (ready == null) {
      return null;
    }
    boolean capturesNames = settings.captureArguments() != ArgumentCapture.OFF;
    Companion companion =
        new Companion(
            voice,
            ready.calls(application, capture, watched),
            ready.connections(),
            new CallNames(ready.redactor()),
            capturesNames,
            settings.isPropagating(),
            ready.searchPath());
    ready.apiLink().join(application);
    return companion.make(
        application,
        version -> {
          watched.named(version);
          ready.courier().execute(() -> watched.compareWith(version, application));
        });
  }
}
