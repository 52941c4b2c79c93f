package labapp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@link FaultServer} over Spring's transports, and with tools of Spring AI where it is there.
 * Arguments: {@code webmvc|webflux}, and {@code streamable|sse|stateless}.
 */
public final class SpringServer {
  private static final List<String> TOOLS =
      List.of("labapp.CallbackTools", "labapp.AnnotatedTools");

  private SpringServer() {}

  public static void main(String[] args) throws Exception {
    StringBuilder ports = new StringBuilder("listening");
    for (String mode : new String[] {"sync", "async"}) {
      Object transport = SpringTransports.of(args[0], args[1]);
      Offers.start(transport, mode, tools(mode, args[1].equals("stateless")));
      Object routes = Loose.call(transport, "getRouterFunction");
      boolean isMvc = args[0].equals("webmvc");
      ports.append(' ').append(isMvc ? MvcSite.serve(routes) : FluxSite.serve(routes));
    }
    System.out.println(ports);
    System.out.flush();
    while (System.in.read() >= 0) {
      // Lives until the one who started it goes away.
    }
    System.exit(0);
  }

  private static List<Object> tools(String mode, boolean isStateless) throws Exception {
    List<Object> all = new ArrayList<>();
    for (String type : TOOLS) {
      if (Loose.type(type).isPresent()) {
        all.addAll((List<?>) Loose.statically(type, "of", mode, isStateless));
      }
    }
    all.sort(Comparator.comparing(SpringServer::name)); // methods have no order of their own
    return all;
  }

  private static String name(Object specification) {
    try {
      return String.valueOf(Loose.call(Loose.call(specification, "tool"), "name"));
    } catch (Exception e) {
      throw new IllegalStateException("no tool in " + specification, e);
    }
  }
}
