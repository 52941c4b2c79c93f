package dev.mcpdiag.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Weaves one row into one method. */
final class RowVisitor extends MethodVisitor {
  /** Class that woven code calls. */
  static final String HOOK = "io/modelcontextprotocol/spec/McpdiagHook";

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final int MORE_STACK = 7;

  private final HookRow row;
  private final WovenMethod method;
  private final Runnable woven;

  RowVisitor(MethodVisitor next, HookRow row, WovenMethod method, Runnable woven) {
    super(Opcodes.ASM9, next);
    this.row = row;
    this.method = method;
    this.woven = woven;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (row.shape() == Shape.ENTRY) {
      callHook("(", "V");
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN && row.shape() == Shape.RESULT) {
      passThrough(Type.getReturnType(method.descriptor()));
    } else if (opcode == Opcodes.RETURN && row.shape() == Shape.EXIT) {
      callHook("(", "V");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!isCall(owner, name, descriptor)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    if (row.shape() == Shape.REPLACE_CALL) {
      Type[] arguments = Type.getArgumentTypes(descriptor);
      // ProcessBuilder keeps its type: the hook makes that call itself, and it may throw.
      String self = owner.startsWith("java/lang/") ? "L" + owner + ";" : OBJECT;
      callHook(
          "(" + (opcode == Opcodes.INVOKESTATIC ? "" : self) + OBJECT.repeat(arguments.length),
          Type.getReturnType(descriptor).getDescriptor());
      return;
    }
    if (row.shape() == Shape.CALL_ARGUMENT) {
      passArgument(name, Type.getArgumentTypes(descriptor));
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (row.shape() == Shape.CALL_RESULT) {
      passThrough(Type.getReturnType(descriptor));
    }
  }

  /** A plain name matches any owner; {@code owner.name(descriptor start} matches exactly. */
  private boolean isCall(String owner, String name, String descriptor) {
    String call = row.call();
    return call.indexOf('.') < 0
        ? !call.isEmpty() && call.equals(name) && !HOOK.equals(owner)
        : (owner + '.' + name + descriptor).startsWith(call);
  }

  /** Streams of a server send a message together with its id: the message is meant. */
  private void passArgument(String name, Type[] arguments) {
    if (arguments.length == 2 && name.equals("sendMessage")) {
      super.visitInsn(Opcodes.SWAP);
      passThrough(arguments[0]);
      super.visitInsn(Opcodes.SWAP);
    } else {
      passThrough(arguments[arguments.length - 1]);
    }
  }

  private void passThrough(Type type) {
    callHook("(" + OBJECT, OBJECT);
    super.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
  }

  private void callHook(String descriptorStart, String result) {
    StringBuilder descriptor = new StringBuilder(descriptorStart);
    for (Push push : row.pushes()) {
      method.push(push, mv);
      descriptor.append(OBJECT);
    }
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        row.hookClass(),
        row.hook(),
        descriptor.append(')').append(result).toString(),
        false);
    woven.run();
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + MORE_STACK, maxLocals);
  }
}
