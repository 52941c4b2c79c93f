package dev.mcpdiag.extensions;

import dev.mcpdiag.api.FailureClassifier;
import dev.mcpdiag.catalogue.PlainText;
import dev.mcpdiag.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with code of an extension, for its author.
 *
 * @param place {@code at com.acme.Quota.classify(Quota.java:7)}, "" where that is not known
 * @param what continues "the classifier failed: "
 * @param fix what the author can do, one clause
 */
record ExtensionFault(String place, String what, String fix) {
  /**
   * Loaders of extensions are called like this, and each of their stack frames names its loader.
   */
  static final String LOADER_PREFIX = "mcpdiag-extension-";

  private static final String OWN_FIX = "correct it; it may see any failure";
  private static final String API = FailureClassifier.class.getPackageName() + ".";
  private static final int MAX_CHARS = 300;
  private static final int MAX_CAUSES = 8;

  /**
   * Of a throwable. Runs code of the extension, for its classes may override what is asked here:
   * not to be called while others wait.
   */
  static ExtensionFault of(Throwable thrown, Redactor redactor) {
    try {
      boolean isInitializer = thrown instanceof ExceptionInInitializerError;
      Throwable cause = isInitializer ? thrown.getCause() : null;
      Throwable own = cause == null ? thrown : cause;
      Throwable missing = missing(own);
      return missing == null
          ? new ExtensionFault(at(own.getStackTrace()), said(own, redactor), OWN_FIX)
          : ofMissing(missing, own, redactor);
    } catch (Throwable worse) {
      return new ExtensionFault("", thrown.getClass().getName(), OWN_FIX);
    }
  }

  /** What the stack shows of the extension: {@code at com.acme.Quota.classify(Quota.java:7)}. */
  static String at(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      String loader = frame.getClassLoaderName();
      if (loader != null && loader.startsWith(LOADER_PREFIX)) {
        return " at "
            + frame.getClassName()
            + "."
            + frame.getMethodName()
            + "("
            + frame.getFileName()
            + ":"
            + frame.getLineNumber()
            + ")";
      }
    }
    return "";
  }

  /** A class that is not there, if that is the cause. */
  private static @Nullable Throwable missing(Throwable thrown) {
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
      if (each instanceof NoClassDefFoundError || each instanceof ClassNotFoundException) {
        return each;
      }
      each = each.getCause();
    }
    return null;
  }

  private static ExtensionFault ofMissing(Throwable missing, Throwable thrown, Redactor redactor) {
    String name = fit(String.valueOf(missing.getMessage()).replace('/', '.'), redactor);
    String place = at(missing.getStackTrace());
    return new ExtensionFault(
        place.isEmpty() ? at(thrown.getStackTrace()) : place,
        "it does not see the class " + name,
        "a classifier sees the JDK, dev.mcpdiag.api and its own jar, so match a class of the"
            + " application by name, as with call.isCausedBy(\"...\"), and put libraries into the"
            + " jar");
  }

  /** The API says in its message what is wrong; of other throwables the class counts too. */
  private static String said(Throwable thrown, Redactor redactor) {
    StackTraceElement[] frames = thrown.getStackTrace();
    boolean isOfApi =
        thrown.getClass().getClassLoader() == null
            && frames.length > 0
            && frames[0].getClassName().startsWith(API);
    String message = thrown.getMessage();
    if (message == null || message.isEmpty()) {
      return thrown.getClass().getName();
    }
    String text = fit(message, redactor);
    return isOfApi ? text : thrown.getClass().getName() + ": " + text;
  }

  /** Text of an author, as it may be told. */
  static String fit(String text, Redactor redactor) {
    return PlainText.oneLine(redactor.text(text, MAX_CHARS), MAX_CHARS);
  }
}
