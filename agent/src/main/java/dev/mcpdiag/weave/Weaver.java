package dev.mcpdiag.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Weaves the rows of {@link HookTable} into class files. Loads no class of the application. */
public final class Weaver {
  private final HookTable table = new HookTable();

  /** Whether any row names this class (internal name). */
  public boolean isHooked(String className) {
    return !table.of(className).isEmpty();
  }

  /**
   * The woven class file, or null where no row matched.
   *
   * @param report is told of every row that was woven
   */
  public byte @Nullable [] weave(String className, byte[] classFile, WeaveReport report) {
    List<HookRow> rows = table.of(className);
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassWeaver weaver = new ClassWeaver(writer, className, rows, report);
    reader.accept(weaver, 0);
    report.done(className);
    return weaver.isWoven ? writer.toByteArray() : null;
  }

  private final class ClassWeaver extends ClassVisitor {
    private final String className;
    private final List<HookRow> rows;
    private final WeaveReport report;
    private final Map<String, String> fields = new HashMap<>();
    private boolean isWoven;

    ClassWeaver(ClassVisitor next, String className, List<HookRow> rows, WeaveReport report) {
      super(Opcodes.ASM9, next);
      this.className = className;
      this.rows = rows;
      this.report = report;
    }

    @Override
    public net.bytebuddy.jar.asm.@Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if ((access & Opcodes.ACC_STATIC) == 0) {
        fields.put(name, descriptor);
      }
      return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return visitor;
      }
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      WovenMethod method = new WovenMethod(className, name, descriptor, isStatic, fields);
      for (HookRow row : rows) {
        if (row.method().test(name, descriptor) && isFor(row, access)) {
          visitor = new RowVisitor(visitor, row, method, () -> woven(row));
        }
      }
      return visitor;
    }

    /** An operation is public; every other row names its method well enough. */
    private boolean isFor(HookRow row, int access) {
      return !"operation".equals(row.hook()) || (access & Opcodes.ACC_PUBLIC) != 0;
    }

    private void woven(HookRow row) {
      isWoven = true;
      report.woven(className, table.place(row));
    }
  }
}
