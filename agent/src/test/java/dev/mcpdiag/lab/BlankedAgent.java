package dev.mcpdiag.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The agent, but deaf to the message of every throwable: as if the JVM spoke another language. */
final class BlankedAgent {
  private static final String CHAIN = "inst/dev/mcpdiag/evidence/ThrowableChain.classdata";

  private BlankedAgent() {}

  static Path of(Path agent) throws IOException {
    Path blanked = LabSettings.target().resolve("lab").resolve("blanked-agent.jar");
    Files.createDirectories(blanked.getParent());
    boolean isFound = false;
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(agent));
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(blanked))) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.readAllBytes();
        boolean isChain = entry.getName().equals(CHAIN);
        isFound |= isChain;
        to.write(isChain ? withoutMessages(bytes) : bytes);
      }
    }
    if (!isFound) {
      throw new IOException(agent + " has no " + CHAIN);
    }
    return blanked;
  }

  private static byte[] withoutMessages(byte[] classFile) throws IOException {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    Blanking blanking = new Blanking(writer);
    reader.accept(blanking, 0);
    if (!blanking.isDone) {
      throw new IOException("ThrowableChain takes messages in another way now");
    }
    return writer.toByteArray();
  }

  private static final class Blanking extends ClassVisitor {
    private boolean isDone;

    Blanking(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals("messageOf")) {
        return method;
      }
      isDone = true;
      method.visitCode();
      method.visitLdcInsn("");
      method.visitInsn(Opcodes.ARETURN);
      method.visitMaxs(1, 1);
      method.visitEnd();
      return null;
    }
  }
}
