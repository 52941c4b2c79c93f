package labapp;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Gives a login to the builder of a transport, under the names that the SDK version has. */
final class Logins {
  private static final String CUSTOMIZER = "io.modelcontextprotocol.client.transport.customizer.";

  private Logins() {}

  static void wire(Login login, Object builder) throws Exception {
    Object own = login.customizer();
    for (Method method : builder.getClass().getMethods()) {
      if (own != null && isFor(own, method)) {
        method.invoke(builder, own);
      } else if (own == null && method.getName().equals("httpRequestCustomizer")) {
        InvocationHandler preparing =
            (proxy, called, arguments) -> {
              login.prepare((HttpRequest.Builder) arguments[0]);
              return null;
            };
        method.invoke(builder, proxy(method.getParameterTypes()[0], preparing));
      }
    }
    // The older of the two interfaces only where there is no newer one.
    for (String name :
        new String[] {
          "McpHttpClientTransportAuthorizationErrorHandler",
          "McpHttpClientAuthorizationErrorHandler"
        }) {
      boolean isTaken =
          Loose.has(
              builder,
              "authorizationErrorHandler",
              Loose.type(CUSTOMIZER + name).orElse(Void.class));
      if (isTaken) {
        Loose.call(builder, "authorizationErrorHandler", handler(login, CUSTOMIZER + name));
        return;
      }
    }
  }

  private static boolean isFor(Object customizer, Method method) {
    return method.getName().matches("httpRequestCustomizer|asyncHttpRequestCustomizer")
        && method.getParameterTypes()[0].isInstance(customizer);
  }

  private static Object handler(Login login, String type) throws Exception {
    InvocationHandler healing = (proxy, called, arguments) -> login.heal(refusal(arguments));
    return Loose.statically(type, "fromSync", proxy(Class.forName(type + "$Sync"), healing));
  }

  private static HttpResponse.ResponseInfo refusal(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof HttpResponse.ResponseInfo refusal) {
        return refusal;
      }
    }
    throw new IllegalArgumentException("no refusal");
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
