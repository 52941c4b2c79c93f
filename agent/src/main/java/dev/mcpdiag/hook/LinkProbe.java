package dev.mcpdiag.hook;

import dev.mcpdiag.weave.References;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves every SDK and Reactor method that an adapter uses, before it may run: what does not link
 * switches off that adapter and nothing else.
 */
final class LinkProbe {
  private final ClassLoader companion;
  private final ClassLoader engine;
  private final Set<String> seen = new HashSet<>();

  LinkProbe(ClassLoader companion, ClassLoader engine) {
    this.companion = companion;
    this.engine = engine;
  }

  /** The first member or class that is missing, null if the adapter links. */
  @Nullable String missing(String adapterClass) {
    seen.clear();
    return probe(adapterClass);
  }

  private @Nullable String probe(String className) {
    byte[] bytes = seen.add(className) ? CompanionLoader.classFile(engine, className) : null;
    if (bytes == null) {
      return null;
    }
    References uses = References.of(bytes, LinkProbe::isForeignOrOwn);
    for (String used : uses.classes()) {
      String missing = used.startsWith(CompanionLoader.OWN) ? probe(used) : missingClass(used);
      if (missing != null) {
        return missing;
      }
    }
    for (References.Member member : uses.members()) {
      if (!member.owner().startsWith(CompanionLoader.OWN) && !isThere(member)) {
        return member.owner() + '.' + member.name() + member.descriptor();
      }
    }
    return null;
  }

  private static boolean isForeignOrOwn(String internalName) {
    return internalName.startsWith("io/modelcontextprotocol/")
        || internalName.startsWith("reactor/")
        || internalName.startsWith("org/reactivestreams/")
        || internalName.startsWith("org/springframework/")
        || internalName.startsWith("dev/mcpdiag/sdk/");
  }

  /** Whether a loader sees a class. */
  static boolean isThere(String className, ClassLoader loader) {
    try {
      Class.forName(className, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private @Nullable String missingClass(String name) {
    return isThere(name, companion) ? null : name;
  }

  private boolean isThere(References.Member member) {
    try {
      Class<?> owner = Class.forName(member.owner(), false, companion);
      if (member.name().equals("<init>")) {
        return true; // our operators' own super constructors, as old as Reactor 3
      }
      MethodType type = MethodType.fromMethodDescriptorString(member.descriptor(), companion);
      for (Method method : owner.getMethods()) {
        if (method.getName().equals(member.name())
            && method.getReturnType() == type.returnType()
            && Arrays.equals(method.getParameterTypes(), type.parameterArray())) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException | LinkageError | TypeNotPresentException e) {
      return false;
    }
  }
}
