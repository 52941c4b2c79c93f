package dev.mcpdiag.weave;

/**
 * One more argument that woven code hands to the hook.
 *
 * @param what where the value comes from
 * @param name the field of {@link Source#FIELD}, else ""
 * @param index the parameter of {@link Source#PARAMETER}, from 0, else 0
 */
record Push(Source what, String name, int index) {
  /** Where a value comes from; null is pushed where the method has no such thing. */
  enum Source {
    /** The instance, null in a static method. */
    SELF,
    /** A field of the instance. */
    FIELD,
    /** A parameter: a reference, or an int that is boxed. */
    PARAMETER,
    /** The first parameter that carries a Reactor context. */
    CARRIER,
    /** The name of the woven method. */
    METHOD_NAME,
    /** Null. */
    NOTHING
  }

  static final Push SELF = new Push(Source.SELF, "", 0);
  static final Push CARRIER = new Push(Source.CARRIER, "", 0);
  static final Push METHOD_NAME = new Push(Source.METHOD_NAME, "", 0);

  static final Push NOTHING = new Push(Source.NOTHING, "", 0);

  static Push field(String name) {
    return new Push(Source.FIELD, name, 0);
  }

  static Push parameter(int index) {
    return new Push(Source.PARAMETER, "", index);
  }
}
