package dev.mcpdiag.engine;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.call.Diagnoses;
import dev.mcpdiag.call.History;
import dev.mcpdiag.call.Rounds;
import dev.mcpdiag.call.ServerNames;
import dev.mcpdiag.classify.Classifier;
import dev.mcpdiag.config.LogLevel;
import dev.mcpdiag.config.OtelSettings;
import dev.mcpdiag.config.OtelSettingsReader;
import dev.mcpdiag.config.Settings;
import dev.mcpdiag.config.Surroundings;
import dev.mcpdiag.config.TelemetryOwner;
import dev.mcpdiag.console.FailureConsole;
import dev.mcpdiag.console.StartLines;
import dev.mcpdiag.console.Tally;
import dev.mcpdiag.console.Voice;
import dev.mcpdiag.failure.Failure;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.redact.StackText;
import dev.mcpdiag.redact.ThrowableText;
import dev.mcpdiag.telemetry.ExportSettings;
import dev.mcpdiag.telemetry.OwnSdk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All parts behind the hooks, wired once. */
final class Parts {
  private final Redactor redactor;
  private final Connections connections;
  private final Calls calls;
  private final Settings settings;
  private final Voice voice;
  private final ExportSettings export;
  private final OwnSdk telemetry;
  private volatile @Nullable OwnerSearch search;
  private final Courier courier;
  private final ApiLink apiLink;
  private final Tally tally = new Tally();
  private final @Nullable String searchPath;

  Parts(Settings settings, Surroundings surroundings, Voice voice) {
    this.settings = settings;
    this.voice = voice;
    redactor =
        Redactor.of(
            settings.redactKeys(),
            settings.redactPatterns().stream().map(Pattern::compile).toList());
    connections = new Connections(new ServerNames(settings.serverNames()));
    searchPath = surroundings.environment().get("PATH");
    FailureConsole console =
        new FailureConsole(
            voice, settings.console(), settings.traceUrl().orElse(""), Clock.systemUTC());
    courier = new Courier(voice, tick(settings.hungAfter()), () -> tally.countDropped(1));
    courier.makesRound(console::closeWindows);
    courier.makesRound(new Rounds(connections, settings.hungAfter(), this::tell));
    OtelSettings otel = OtelSettingsReader.read(surroundings, voice);
    export = ExportMapping.of(otel, settings);
    telemetry = new OwnSdk(export, Version.text(), Threads.senders(), voice);
    calls =
        new Calls(
            telemetry::bridge,
            new Classifier(),
            new Diagnoses(),
            SecondOpinions.of(settings, redactor, courier, voice),
            this::project,
            new History(),
            new CallsToListeners(
                courier, tally, telemetry.metrics(), List.of(this::export, console)));
    apiLink = new ApiLink(calls.known(), telemetry::bridge, voice);
    Threads.start("export", telemetry.loop());
    Runtime.getRuntime()
        .addShutdownHook(Threads.atExit(new Exit(courier, console, telemetry, tally, voice)));
    voice.say(LogLevel.INFO, StartLines.started(Version.text()));
    StartLines.export(otel).forEach(line -> voice.say(LogLevel.INFO, line));
    courier.execute(new CollectorCheck(telemetry, otel, voice));
  }

  /** Soon enough that a call which hangs is told of not much later than asked. */
  private static Duration tick(Duration hungAfter) {
    long millis = hungAfter.isZero() ? 1_000 : hungAfter.toMillis() / 4;
    return Duration.ofMillis(Math.min(1_000, Math.max(50, millis)));
  }

  private Failure.Thrown project(Throwable throwable) {
    ThrowableText text = StackText.of(throwable, redactor);
    return new Failure.Thrown(text.type(), text.message(), text::stackTrace);
  }

  Redactor redactor() {
    return redactor;
  }

  Connections connections() {
    return connections;
  }

  /** Calls of one application, with spans through its own OpenTelemetry where it has one. */
  Calls calls(ClassLoader application, SdkCapture capture) {
    OwnerSearch owners = owners(capture);
    return calls.through(new SpanOwner(telemetry.bridge(), owners, application));
  }

  private synchronized OwnerSearch owners(SdkCapture capture) {
    OwnerSearch known = search;
    if (known == null) {
      known = new OwnerSearch(settings.telemetry(), export.propagators(), capture, voice);
      search = known;
    }
    return known;
  }

  private void export(Failure failure) {
    if (isExportWanted()) {
      telemetry.failures().failed(failure);
    }
  }

  private void tell(Notice notice) {
    if (isExportWanted()) {
      telemetry.notices().noticed(notice);
    }
  }

  /** Where only the application's telemetry is wanted, there is none without it. */
  private boolean isExportWanted() {
    OwnerSearch owners = search;
    return settings.telemetry() != TelemetryOwner.APP || (owners != null && owners.hasFound());
  }

  ApiLink apiLink() {
    return apiLink;
  }

  Courier courier() {
    return courier;
  }

  @Nullable String searchPath() {
    return searchPath;
  }
}
