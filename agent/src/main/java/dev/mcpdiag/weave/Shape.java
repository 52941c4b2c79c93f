package dev.mcpdiag.weave;

/** The ways a hook is woven; none adds a branch, so no stack map frame has to be computed. */
enum Shape {
  /** A call when the method begins. */
  ENTRY,
  /** A call before the method returns nothing. */
  EXIT,
  /** The returned reference passes through the hook. */
  RESULT,
  /** The last argument of a call inside the method passes through the hook. */
  CALL_ARGUMENT,
  /** The result of a call inside the method passes through the hook. */
  CALL_RESULT,
  /** A call of a JDK method inside the method is made by the hook instead. */
  REPLACE_CALL
}
