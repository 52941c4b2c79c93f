package dev.mcpdiag.weave;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * One row of the hook table.
 *
 * @param className exact internal name of the class
 * @param method tells the woven methods by name and descriptor
 * @param shape how it is woven
 * @param call name of the called method for the CALL shapes, else ""
 * @param hook method of the hook class
 * @param pushes arguments beside the value that passes through
 */
record HookRow(
    String className,
    BiPredicate<String, String> method,
    Shape shape,
    String call,
    String hook,
    List<Push> pushes) {

  /** Internal name of the class that woven code calls. */
  String hookClass() {
    return className.equals(ApplicationOtel.SDK_BUILDER)
        ? ApplicationOtel.SDK_KEEPER
        : RowVisitor.HOOK;
  }
}
