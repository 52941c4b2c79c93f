package dev.mcpdiag.engine;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.call.Diagnoses;
import dev.mcpdiag.call.History;
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
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.redact.CallNames;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.redact.StackText;
import dev.mcpdiag.redact.ThrowableText;
import dev.mcpdiag.telemetry.ExportSettings;
import dev.mcpdiag.telemetry.OwnSdk;
import java.time.Clock;
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
    connections = new Connections(new ServerNames(settings.serverNames(), new CallNames(redactor)));
    searchPath = surroundings.environment().get("PATH");
    FailureConsole console =
        new FailureConsole(
            voice, settings.console(), settings.traceUrl().orElse(""), Clock.systemUTC());
    courier = new Courier(voice, console::closeWindows, () -> tally.countDropped(1));
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
                courier,
                tally,
                telemetry.metrics(),
                List.of(this::export, console),
                telemetry.notices(),
                redactor));
    apiLink = new ApiLink(calls.known(), telemetry::bridge, voice);
    Threads.start("export", telemetry.loop());
    Runtime.getRuntime()
        .addShutdownHook(Threads.atExit(new Exit(courier, console, telemetry, tally, voice)));
    voice.say(LogLevel.INFO, StartLines.started(Version.text()));
    StartLines.export(otel).forEach(line -> voice.say(LogLevel.INFO, line));
    courier.execute(new CollectorCheck(telemetry, otel, voice));
  }

  private Failure.Thrown project(Throwable throwable, List<String> given) {
    ThrowableText text = StackText.of(throwable, redactor.alsoHiding(given));
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

  /** Where only the application's telemetry is wanted, there is none without it. */
  private void export(Failure failure) {
    OwnerSearch owners = search;
    boolean isWanted =
        settings.telemetry() != TelemetryOwner.APP || (owners != null && owners.hasFound());
    if (isWanted) {
      telemetry.failures().failed(failure);
    }
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
