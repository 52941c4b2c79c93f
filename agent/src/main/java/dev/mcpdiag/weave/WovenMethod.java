package dev.mcpdiag.weave;

import java.util.Map;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The method being woven, as far as pushing values needs to know it.
 *
 * @param owner internal name of its class
 * @param fields descriptors of the class's instance fields, by name
 */
record WovenMethod(
    String owner, String name, String descriptor, boolean isStatic, Map<String, String> fields) {

  /** Pushes the value, null where there is none; the hook takes every value as an Object. */
  void push(Push push, MethodVisitor code) {
    switch (push.what()) {
      case SELF -> pushSelf(code);
      case FIELD -> pushField(push.name(), code);
      case PARAMETER -> pushParameter(push.index(), code);
      case CARRIER -> pushCarrier(code);
      case METHOD_NAME -> code.visitLdcInsn(name);
      case NOTHING -> code.visitInsn(Opcodes.ACONST_NULL);
    }
  }

  private void pushSelf(MethodVisitor code) {
    if (isStatic) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private void pushField(String field, MethodVisitor code) {
    String type = fields.get(field);
    if (isStatic || type == null || type.length() == 1) {
      code.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field, type);
  }

  private void pushParameter(int index, MethodVisitor code) {
    Type[] types = Type.getArgumentTypes(descriptor);
    if (index < types.length && types[index].getSort() == Type.INT) {
      code.visitVarInsn(Opcodes.ILOAD, slot(types, index));
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
      return;
    }
    if (index >= types.length || types[index].getSort() < Type.ARRAY) {
      code.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    code.visitVarInsn(Opcodes.ALOAD, slot(types, index));
  }

  private void pushCarrier(MethodVisitor code) {
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < types.length; i++) {
      if (isCarrier(types[i].getDescriptor())) {
        code.visitVarInsn(Opcodes.ALOAD, slot(types, i));
        return;
      }
    }
    code.visitInsn(Opcodes.ACONST_NULL);
  }

  private static boolean isCarrier(@Nullable String type) {
    return "Lreactor/core/publisher/MonoSink;".equals(type)
        || "Lreactor/core/publisher/FluxSink;".equals(type)
        || "Lreactor/core/publisher/SynchronousSink;".equals(type)
        || "Lreactor/util/context/ContextView;".equals(type);
  }

  private int slot(Type[] types, int index) {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < index; i++) {
      slot += types[i].getSize();
    }
    return slot;
  }
}
