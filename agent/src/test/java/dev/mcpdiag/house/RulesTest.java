package dev.mcpdiag.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Our own classes keep the rules. {@link PlantedViolationsTest} shows that the rules bite. */
class RulesTest {
  private static final Rules RULES = new Rules(House.OURS);

  @Test
  void noPackageIsPartOfACycle() {
    keeps(RULES.noCycles());
  }

  @Test
  void eachPartImportsOnlyWhatItsRowNames() {
    keeps(RULES.importsStand());
  }

  @Test
  void theImportTableAllowsNothingThatNobodyUses() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : House.OURS.classes()) {
      String from = House.OURS.part(type);
      if (!from.isEmpty()) {
        Set<String> targets = used.computeIfAbsent(from, part -> new TreeSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          targets.add(House.OURS.part(dependency.getTargetClass()));
        }
        targets.removeAll(Set.of("", from));
      }
    }
    assertEquals(
        text(used),
        text(ImportTable.PARTS),
        "put the rows of ImportTable.PARTS right (left: used)");
  }

  private static String text(Map<String, Set<String>> table) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(table)
        .forEach(
            (part, targets) ->
                text.append(part).append(' ').append(new TreeSet<>(targets)).append('\n'));
    return text.toString();
  }

  @Test
  void noMethodAndNoRecordHasMoreThanSevenParameters() {
    keeps(RULES.parametersAreFew());
  }

  @Test
  void eachPartNamesOnlyItsOwnLibrariesGateAndHookNone() {
    keeps(RULES.librariesStand());
  }

  @Test
  void onlyConfigAndTheGateReadPropertiesAndEnvironment() {
    keeps(RULES.onlyConfigReadsSettings());
  }

  @Test
  void onlyTheEngineMakesThreads() {
    keeps(RULES.onlyEngineMakesThreads());
  }

  @Test
  void nobodyTouchesStdoutOrEndsTheJvm() {
    keeps(RULES.nobodyTouchesStdoutOrEndsTheJvm());
  }

  @Test
  void oneClassOwnsStderr() {
    keeps(RULES.oneClassOwnsStderr());
  }

  @Test
  void classifyHasNoClockAndNoIo() {
    keeps(RULES.classifyHasNoClockAndNoIo());
  }

  @Test
  void everyPackageIsNullMarked() {
    keeps(RULES.everyPackageIsNullMarked());
  }

  @Test
  void gateAndHookHaveNoLambda() {
    keeps(RULES.noLambdaInGateAndHook());
  }

  private static void keeps(ArchRule rule) {
    assertEquals(List.of(), House.OURS.violations(rule), rule.getDescription());
  }
}
