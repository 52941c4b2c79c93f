package dev.mcpdiag.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Rules of imports and calls (design/style.md#rules-that-the-build-holds). */
record Rules(House house) {
  private static final int MOST_PARAMETERS = 7;
  private static final Set<String> WIDE =
      Set.of(
          "CallsToListeners",
          "CodeEntry",
          "EventData",
          "Exit",
          "ExportSettings",
          "OtelSettings",
          "OtlpExport",
          "OwnSpan",
          "Target");

  ArchRule noCycles() {
    return slices().matching(house.root() + ".(*)..").should().beFreeOfCycles();
  }

  /** {@link ImportTable#PARTS}. */
  ArchRule importsStand() {
    return classes()
        .should(
            Conditions.notDependOn(
                "parts that its row of the import table does not name",
                dependency -> {
                  String from = house.part(dependency.getOriginClass());
                  String to = part(dependency.getTargetClass());
                  return !to.isEmpty()
                      && !to.equals(from)
                      && !ImportTable.PARTS.getOrDefault(from, Set.of()).contains(to);
                }));
  }

  /** The API is another module, and the same one for every house. */
  private String part(JavaClass type) {
    return type.getPackageName().equals("dev.mcpdiag.api") ? "api" : house.part(type);
  }

  /** {@link ImportTable#LIBRARIES}; gate and hook have no row, so they get the JDK only. */
  ArchRule librariesStand() {
    return classes()
        .should(
            Conditions.notDependOn(
                "libraries that its row of the library table does not name",
                dependency -> {
                  String name = dependency.getTargetClass().getBaseComponentType().getName();
                  Set<String> allowed =
                      ImportTable.LIBRARIES.getOrDefault(
                          house.part(dependency.getOriginClass()), Set.of());
                  return isForeign(name) && allowed.stream().noneMatch(name::startsWith);
                }));
  }

  private static boolean isForeign(String name) {
    boolean isPrimitive = name.indexOf('.') < 0;
    return !isPrimitive
        && !name.startsWith("java.")
        && !name.startsWith("javax.net.")
        && !name.startsWith("org.jspecify.annotations.")
        && !name.startsWith("dev.mcpdiag.")
        && !name.endsWith(".spec." + House.HOOK);
  }

  /** The gate may: it runs before the engine is there. */
  ArchRule onlyConfigReadsSettings() {
    return classes()
        .that(arePartOfOthersThan("config", "gate"))
        .should(
            Conditions.notUse(
                "system properties or environment variables", Uses::readsSurroundings));
  }

  ArchRule onlyEngineMakesThreads() {
    return classes()
        .that(arePartOfOthersThan("engine"))
        .should(Conditions.notUse("makers of threads", Uses::makesThreads));
  }

  /** The command line is a program of its own, not an agent in somebody's JVM. */
  ArchRule nobodyTouchesStdoutOrEndsTheJvm() {
    return classes()
        .that(areOurs())
        .should(
            Conditions.notUse(
                "System.out, System.exit or Runtime.halt",
                access -> Uses.isStdoutOrExit(access) && !isIn(access, "gate.Agent", "main")));
  }

  /** One class for the engine, one for the gate. */
  ArchRule oneClassOwnsStderr() {
    return classes()
        .that(areOurs())
        .should(
            Conditions.notUse(
                "stderr",
                access ->
                    Uses.isStderr(access)
                        && !isIn(access, "gate.Agent", "main")
                        && !isIn(access, "gate.Stderr", "line")
                        && !isIn(access, "console.StandardError", "<init>")));
  }

  private boolean isIn(JavaAccess<?> access, String typeBelowRoot, String method) {
    return access.getOriginOwner().getName().equals(house.root() + '.' + typeBelowRoot)
        && access.getOrigin().getName().equals(method);
  }

  /** Same facts in, same code out. */
  ArchRule classifyHasNoClockAndNoIo() {
    return classes()
        .that(areIn("classify"))
        .should(Conditions.notUse("a clock or chance", Uses::isClockOrChance))
        .andShould(
            Conditions.notDependOn(
                "I/O, clocks or threads",
                dependency -> Uses.isIoOrClock(dependency.getTargetClass())));
  }

  /** The API's {@code package-info} lies in its own module, which holds it to the same. */
  ArchRule everyPackageIsNullMarked() {
    return classes()
        .that(DescribedPredicate.describe("are not API", type -> !house.part(type).equals("api")))
        .should(
            Conditions.be(
                "in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
  }

  /**
   * A lambda is spun into a class when it is first reached: start-up time for the gate, and in the
   * hook a class of the JDK loaded from within the SDK's code. ArchUnit folds lambdas into their
   * method, so this reads what a lambda or a method reference leaves in the class file.
   */
  ArchRule noLambdaInGateAndHook() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "are gate or hook", type -> house.part(type).equals("gate") || isHook(type)))
        .should(Conditions.be("free of lambdas", Rules::isFreeOfLambdas));
  }

  private static boolean isHook(JavaClass type) {
    return type.getSimpleName().equals(House.HOOK);
  }

  private static boolean isFreeOfLambdas(JavaClass type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Rules.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        return false;
      }
      String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return !constants.contains("java/lang/invoke/LambdaMetafactory")
          && !constants.contains("java/lang/invoke/StringConcatFactory");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A list of more parameters cannot be read where it is called. The catalogue's rows are tables;
   * the others have to be grouped: no name may be added to the list.
   */
  ArchRule parametersAreFew() {
    return classes()
        .that(areOurs())
        .and(
            DescribedPredicate.describe(
                "are not in " + WIDE, type -> !WIDE.contains(type.getSimpleName())))
        .should(
            Conditions.be(
                "free of methods with more than " + MOST_PARAMETERS + " parameters",
                type ->
                    type.getCodeUnits().stream()
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .allMatch(unit -> unit.getRawParameterTypes().size() <= MOST_PARAMETERS)));
  }

  private DescribedPredicate<JavaClass> areOurs() {
    return DescribedPredicate.describe("are ours", house::owns);
  }

  private DescribedPredicate<JavaClass> areIn(String part) {
    return DescribedPredicate.describe("are in " + part, type -> house.part(type).equals(part));
  }

  private DescribedPredicate<JavaClass> arePartOfOthersThan(String... parts) {
    Set<String> owners = Set.of(parts);
    return DescribedPredicate.describe(
        "are not in " + owners, type -> house.owns(type) && !owners.contains(house.part(type)));
  }
}
