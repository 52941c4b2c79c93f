package dev.mcpdiag.evidence;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/**
 * What a throwable says of itself by an accessor of its own, of a closed vocabulary each: better
 * than its message. All by name, since these libraries may not be there.
 */
final class ThrowableDetail {
  private record Row(String type, String prefix, List<String> accessors) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("java.sql.SQLException", "", List.of("getSQLState")),
          new Row("io.grpc.StatusRuntimeException", "", List.of("getStatus", "getCode", "name")),
          new Row("io.grpc.StatusException", "", List.of("getStatus", "getCode", "name")),
          new Row(
              "org.springframework.web.ErrorResponse", "http_", List.of("getStatusCode", "value")));

  private static final String RESPONSE_STATUS =
      "org.springframework.web.bind.annotation.ResponseStatus";
  private static final int SQL_CLASS_CHARS = 2;

  private ThrowableDetail() {}

  /**
   * Two letters of an SQLState, the name of a gRPC status, {@code http_409} for an exception that
   * Spring would answer with that status, what {@link OAuthError} reads; else "".
   */
  static String of(Throwable throwable, Set<String> types) {
    for (Row row : ROWS) {
      if (types.contains(row.type())) {
        return row.prefix() + shortened(row, Accessors.text(throwable, row.accessors()));
      }
    }
    String refusal = OAuthError.of(throwable, types);
    return refusal.isEmpty() && types.contains("java.lang.RuntimeException")
        ? annotated(throwable.getClass())
        : refusal;
  }

  private static String shortened(Row row, String value) {
    boolean isSql = row.accessors().contains("getSQLState");
    return isSql && value.length() > SQL_CLASS_CHARS ? value.substring(0, SQL_CLASS_CHARS) : value;
  }

  private static String annotated(Class<?> type) {
    if (Accessors.isWithout(type)) {
      return "";
    }
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(RESPONSE_STATUS)) {
        String status = status(annotation, "code");
        return "http_" + (status.equals("500") ? status(annotation, "value") : status);
      }
    }
    return "";
  }

  /** By the annotation's type: the class of an annotation object is no public one. */
  private static String status(Annotation annotation, String element) {
    try {
      Object status = annotation.annotationType().getMethod(element).invoke(annotation);
      return Accessors.text(status, List.of("value"));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError ignored) {
      return "";
    }
  }
}
