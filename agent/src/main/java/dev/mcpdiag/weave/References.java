package dev.mcpdiag.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The methods and classes that a class file's code uses: what has to link before it may run. */
public final class References {
  private final List<Member> members = new ArrayList<>();
  private final Set<String> classes = new TreeSet<>();
  private final Predicate<String> isAsked;

  /**
   * A method that is called.
   *
   * @param owner binary class name
   */
  public record Member(String owner, String name, String descriptor) {}

  private References(Predicate<String> isAsked) {
    this.isAsked = isAsked;
  }

  /** Uses of classes whose internal name satisfies the condition. */
  public static References of(byte[] classFile, Predicate<String> isAsked) {
    References references = new References(isAsked);
    new ClassReader(classFile)
        .accept(references.new Uses(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return references;
  }

  /** Called methods. */
  public List<Member> members() {
    return members;
  }

  /** Binary names of all classes that are used in any way. */
  public Set<String> classes() {
    return classes;
  }

  private void use(String internalName) {
    if (isAsked.test(internalName)) {
      classes.add(internalName.replace('/', '.'));
    }
  }

  private void call(String owner, String name, String descriptor) {
    if (isAsked.test(owner)) {
      members.add(new Member(owner.replace('/', '.'), name, descriptor));
      use(owner);
    }
  }

  private final class Uses extends ClassVisitor {
    Uses() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      if (superName != null) {
        use(superName);
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String methodDescriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          call(owner, name, descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
          use(type);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              call(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (argument instanceof Type type && type.getSort() == Type.OBJECT) {
              use(type.getInternalName());
            }
          }
        }
      };
    }
  }
}
