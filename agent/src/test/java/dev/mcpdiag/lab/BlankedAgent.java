package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The agent with one of its senses taken away. */
final class BlankedAgent {
  private static final String EVIDENCE = "inst/dev/mcpdiag/evidence/";

  private BlankedAgent() {}

  /** Deaf to the message of every throwable: as if the JVM spoke another language. */
  static Path withoutMessages(Path agent) throws IOException {
    return blanked(agent, "ThrowableChain", Set.of("messageOf"));
  }

  /** Blind to all that passes before a call ends: it judges by the exception or answer alone. */
  static Path withoutFacts(Path agent) throws IOException {
    return blanked(agent, "Facts", Set.of("note", "reading", "preparing", "answeredWith"));
  }

  private static Path blanked(Path agent, String type, Set<String> methods) throws IOException {
    Path blanked = LabSettings.target().resolve("lab").resolve("without-" + type + ".jar");
    Files.createDirectories(blanked.getParent());
    boolean isFound = false;
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(agent));
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(blanked))) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.readAllBytes();
        boolean isIt = entry.getName().equals(EVIDENCE + type + ".classdata");
        isFound |= isIt;
        to.write(isIt ? without(methods, bytes) : bytes);
      }
    }
    if (!isFound) {
      throw new IOException(agent + " has no " + type);
    }
    return blanked;
  }

  private static byte[] without(Set<String> methods, byte[] classFile) throws IOException {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    Blanking blanking = new Blanking(writer, methods);
    reader.accept(blanking, 0);
    if (!blanking.done.equals(methods)) {
      throw new IOException("not all of " + methods + " are there any more");
    }
    return writer.toByteArray();
  }

  /** Methods with nothing to do; one that has a result gives empty text. */
  private static final class Blanking extends ClassVisitor {
    private final Set<String> methods;
    private final Set<String> done = new HashSet<>();

    Blanking(ClassVisitor next, Set<String> methods) {
      super(Opcodes.ASM9, next);
      this.methods = methods;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!methods.contains(name)) {
        return method;
      }
      done.add(name);
      boolean hasResult = !descriptor.endsWith(")V");
      int arguments = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
      method.visitCode();
      if (hasResult) {
        method.visitLdcInsn("");
      }
      method.visitInsn(hasResult ? Opcodes.ARETURN : Opcodes.RETURN);
      method.visitMaxs(1, arguments);
      method.visitEnd();
      return null;
    }
  }
}
