package dev.mcpdiag.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule sees the violation that was planted for it, and not the innocent class beside it. */
class PlantedViolationsTest {
  private static final Rules RULES = new Rules(House.PLANTED);

  @Test
  void aCycleIsSeen() {
    sees(RULES.noCycles(), "problem.ImportsUpwards", "call.KnowsProblems");
  }

  @Test
  void anImportThatTheTableDoesNotNameIsSeen() {
    sees(RULES.importsStand(), "problem.ImportsUpwards");
  }

  @Test
  void aLongListOfParametersIsSeen() {
    sees(RULES.parametersAreFew(), "call.TakesEight");
  }

  @Test
  void theSdkAndReactorAreSeenOutsideSdk() {
    sees(RULES.librariesStand(), "call.NamesTheSdk", "call.NamesReactor");
  }

  @Test
  void byteBuddyIsSeenOutsideWeave() {
    sees(RULES.librariesStand(), "call.NamesByteBuddy");
  }

  @Test
  void openTelemetryIsSeenOutsideTelemetry() {
    sees(RULES.librariesStand(), "call.NamesOpenTelemetry");
    isQuietAbout(RULES.librariesStand(), "telemetry.MayNameOpenTelemetry");
  }

  @Test
  void aLibraryIsSeenInGateAndHook() {
    sees(RULES.librariesStand(), "gate.NeedsALibrary", "McpdiagHook");
  }

  @Test
  void readingPropertiesOrTheEnvironmentIsSeen() {
    sees(RULES.onlyConfigReadsSettings(), "call.ReadsAProperty", "call.ReadsTheEnvironment");
    isQuietAbout(RULES.onlyConfigReadsSettings(), "gate.");
  }

  @Test
  void aThreadOfItsOwnIsSeen() {
    sees(RULES.onlyEngineMakesThreads(), "call.MakesAThread", "call.MakesAPool", "call.Forks");
  }

  @Test
  void stdoutAndTheEndOfTheJvmAreSeen() {
    sees(
        RULES.nobodyTouchesStdoutOrEndsTheJvm(),
        "call.PrintsToStdout",
        "call.EndsTheJvm",
        "call.HaltsTheJvm",
        "gate.Agent.premain");
    isQuietAbout(RULES.nobodyTouchesStdoutOrEndsTheJvm(), "gate.Agent.main(");
  }

  @Test
  void aSecondVoiceOnStderrIsSeen() {
    sees(RULES.oneClassOwnsStderr(), "call.PrintsToStderr", "call.PrintsAStackTrace");
  }

  @Test
  void aClockOrAFileInClassifyIsSeen() {
    sees(RULES.classifyHasNoClockAndNoIo(), "classify.LooksAtTheClock", "classify.ReadsAFile");
  }

  @Test
  void aPackageThatDoesNotSayWhatMayBeNullIsSeen() {
    sees(RULES.everyPackageIsNullMarked(), "unmarked.SaysNothing");
    isQuietAbout(RULES.everyPackageIsNullMarked(), "call.KnowsProblems");
  }

  @Test
  void aLambdaAndAMethodReferenceAreSeenInGateAndHook() {
    sees(RULES.noLambdaInGateAndHook(), "gate.HasALambda", "McpdiagHook");
    isQuietAbout(RULES.noLambdaInGateAndHook(), "gate.Agent");
  }

  private static void sees(ArchRule rule, String... planted) {
    List<String> violations = House.PLANTED.violations(rule);
    for (String one : planted) {
      assertTrue(
          violations.stream().anyMatch(line -> line.contains(House.PLANTED.root() + '.' + one)),
          () -> one + " is not seen by: " + rule.getDescription() + ", which sees " + violations);
    }
  }

  private static void isQuietAbout(ArchRule rule, String innocent) {
    String name = House.PLANTED.root() + '.' + innocent;
    assertEquals(
        List.of(),
        House.PLANTED.violations(rule).stream().filter(line -> line.contains(name)).toList());
  }
}
