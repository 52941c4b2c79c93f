package dev.mcpdiag.engine;

import dev.mcpdiag.call.Calls;
import dev.mcpdiag.call.Connections;
import dev.mcpdiag.call.Diagnoses;
import dev.mcpdiag.call.Endings;
import dev.mcpdiag.call.History;
import dev.mcpdiag.call.Rounds;
import dev.mcpdiag.call.SdkUse;
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
import dev.mcpdiag.failure.Findings;
import dev.mcpdiag.failure.Notice;
import dev.mcpdiag.hook.SdkCapture;
import dev.mcpdiag.identity.Disclosure;
import dev.mcpdiag.identity.Identities;
import dev.mcpdiag.identity.KeyFile;
import dev.mcpdiag.jmx.ServersBean;
import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.redact.CallNames;
import dev.mcpdiag.redact.Redactor;
import dev.mcpdiag.redact.StackText;
import dev.mcpdiag.redact.ThrowableText;
import dev.mcpdiag.servers.Servers;
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
  private final Servers servers;
  private final Calls calls;
  private final Settings settings;
  private final Voice voice;
  private final ExportSettings export;
  private final OwnSdk telemetry;
  private volatile @Nullable OwnerSearch search;
  private final Courier courier;
  private final ApiLink apiLink;
  private final CallsToListeners listener;
  private final Exit exit;
  private final Tally tally = new Tally();
  private final @Nullable String searchPath;

  Parts(Settings settings, Surroundings surroundings, Voice voice) {
    this.settings = settings;
    this.voice = voice;
    redactor =
        Redactor.of(
            settings.redactKeys(),
            settings.redactPatterns().stream().map(Pattern::compile).toList());
    searchPath = surroundings.environment().get("PATH");
    FailureConsole console =
        new FailureConsole(
            voice, settings.console(), settings.traceUrl().orElse(""), Clock.systemUTC());
    courier = new Courier(voice, tick(settings.hungAfter()));
    servers = new Servers(this::changed);
    connections =
        new Connections(new ServerNames(settings.serverNames(), new CallNames(redactor)), servers);
    courier.makesRound(console::closeWindows);
    courier.makesRound(servers::look);
    OtelSettings otel = OtelSettingsReader.read(surroundings, voice);
    export = ExportMapping.of(otel, settings);
    telemetry = new OwnSdk(export, Version.text(), Threads.senders(), voice);
    Identities identities = new Identities();
    listener =
        new CallsToListeners(
            courier,
            tally,
            telemetry.metrics(),
            this::export,
            console,
            this::tell,
            redactor,
            this::afterwards);
    Endings endings =
        new Endings(
            new Classifier(),
            new Diagnoses(),
            SecondOpinions.of(settings, redactor, courier, voice),
            this::project,
            new History(),
            disclosure(),
            listener);
    calls = new Calls(telemetry::bridge, endings, identities);
    Rounds rounds = new Rounds(calls, connections, settings.hungAfter(), this::tell);
    courier.makesRound(rounds);
    apiLink = new ApiLink(calls.known(), identities, telemetry::bridge, voice);
    Threads.start("export", telemetry.loop());
    exit =
        new Exit(
            () -> {
              rounds.run();
              connections.endOfJvm();
            },
            endings,
            courier,
            console,
            telemetry,
            export.logs().enabled() && otel.logs().target().isAskedFor(),
            tally,
            voice);
    exit.register();
    voice.say(LogLevel.INFO, StartLines.started(Version.text()));
    StartLines.export(otel).forEach(line -> voice.say(LogLevel.INFO, line));
    new CollectorCheck(telemetry, otel, voice).begin();
  }

  private Disclosure disclosure() {
    if (!settings.isIdentityExported()) {
      return Disclosure.NONE;
    }
    if (settings.isIdentityRaw()) {
      return Disclosure.raw();
    }
    String file = settings.identityKeyFile().orElse("");
    return Disclosure.hashed(file.isEmpty() ? KeyFile.ofThisRun() : KeyFile.key(file, voice));
  }

  /** Soon enough that a call which hangs is told of not much later than asked. */
  private static Duration tick(Duration hungAfter) {
    long millis = hungAfter.isZero() ? 1_000 : hungAfter.toMillis() / 4;
    return Duration.ofMillis(Math.min(1_000, Math.max(50, millis)));
  }

  private Findings.Thrown project(Throwable throwable, List<String> given, boolean isMute) {
    ThrowableText whole = StackText.of(throwable, redactor.alsoHiding(given));
    ThrowableText text = isMute ? whole.withoutMessages() : whole;
    return new Findings.Thrown(text.type(), text.message(), text::stackTrace);
  }

  Redactor redactor() {
    return redactor;
  }

  Connections connections() {
    return connections;
  }

  /** Calls of one application, with spans through its own OpenTelemetry where it has one. */
  Calls calls(ClassLoader application, SdkCapture capture, SdkUse use) {
    OwnerSearch owners = owners(capture);
    return calls.of(new SpanOwner(telemetry.bridge(), owners, application), use);
  }

  private synchronized OwnerSearch owners(SdkCapture capture) {
    OwnerSearch known = search;
    if (known == null) {
      known = new OwnerSearch(settings.telemetry(), export.propagators(), capture, voice);
      search = known;
    }
    return known;
  }

  private void changed(Notice change) {
    listener.changed(change);
  }

  private void afterwards() {
    exit.afterwards();
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

  /** Shows the servers to JMX clients. */
  void showServers() {
    try {
      ServersBean.show(servers);
    } catch (RuntimeException e) {
      voice.report(
          new Problem(
              "the servers are not shown over JMX: " + e,
              ServersBean.NAME,
              "please report this; all else works"));
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
