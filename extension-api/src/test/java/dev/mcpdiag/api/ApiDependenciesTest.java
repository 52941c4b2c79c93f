package dev.mcpdiag.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mcpdiag.planted.NeedsALibrary;
import dev.mcpdiag.planted.unmarked.NobodySaysWhatMayBeNull;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ApiDependenciesTest {
  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.mcpdiag.api");

  private static final ArchRule JDK_AND_JSPECIFY_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.mcpdiag.api", "java..", "org.jspecify.annotations")
          .because("people compile against the API and must not inherit our libraries");

  private static final ArchRule NULL_MARKED = classes().should(liveInANullMarkedPackage());

  @Test
  void needsTheJdkAndJspecifyOnly() {
    JDK_AND_JSPECIFY_ONLY.check(API);
  }

  @Test
  void seesALibraryThatSlippedIn() {
    JavaClasses planted = new ClassFileImporter().importClasses(NeedsALibrary.class);
    AssertionError error =
        assertThrows(AssertionError.class, () -> JDK_AND_JSPECIFY_ONLY.check(planted));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("TestInfo"), message);
  }

  @Test
  void saysEverywhereWhatMayBeNull() {
    NULL_MARKED.check(API);
  }

  @Test
  void seesAPackageThatDoesNotSayIt() {
    JavaClasses planted = new ClassFileImporter().importClasses(NobodySaysWhatMayBeNull.class);
    assertThrows(AssertionError.class, () -> NULL_MARKED.check(planted));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(type, isMarked, type.getName()));
      }
    };
  }
}
