package dev.mcpdiag.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes under one root package, whose sub-packages are the parts: {@code telemetry} is one, with
 * everything below it.
 *
 * @param root package name
 */
record House(String root, JavaClasses classes) {
  /** The engine's classes, and the hook. */
  static final House OURS = new House("dev.mcpdiag", main());

  /** Classes that break the rules on purpose, in packages named as ours. */
  static final House PLANTED =
      new House(
          "dev.mcpdiag.house.planted",
          new ClassFileImporter().importPackages("dev.mcpdiag.house.planted"));

  /** The hook of a house, which lives in the SDK's package when it is not planted. */
  static final String HOOK = "McpdiagHook";

  private static JavaClasses main() {
    try {
      var gate = Class.forName("dev.mcpdiag.gate.Agent", false, House.class.getClassLoader());
      return new ClassFileImporter()
          .importPath(Path.of(gate.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("where are the classes of this module?", e);
    }
  }

  /** The part that a class belongs to, "" for the hook and for a class of somebody else. */
  String part(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (!name.startsWith(root + '.')) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  /** Whether the class is ours: of a part, or the hook. */
  boolean owns(JavaClass type) {
    return !part(type).isEmpty() || type.getSimpleName().equals(HOOK);
  }

  /** What breaks the rule, one line each. */
  List<String> violations(ArchRule rule) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
