package labapp;

import jakarta.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A real authorization server, and MCP servers of the SDK that trust its tokens, in one JVM.
 * Argument: on how many ports; prints {@code listening <port> ...}, all of them serve everything,
 * and {@code wire <text>} for what passes in logins.
 */
public final class AuthorizationApp {
  private AuthorizationApp() {}

  public static void main(String[] args) throws Exception {
    Object transport = Servers.http("streamable");
    Object server = Servers.start(transport);
    var spring = new AnnotationConfigApplicationContext(AuthorizationServer.class);
    Web web =
        Web.serve(
            (Servlet) transport,
            Integer.parseInt(args[0]),
            context -> {
              filter(context, "wire", new Wire());
              filter(
                  context,
                  "security",
                  spring.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class));
            });
    System.out.println("listening " + web.ports());
    System.out.flush();
    while (System.in.read() >= 0) {
      // Lives until the one who started it goes away.
    }
    Loose.call(server, "close");
    System.exit(0);
  }

  private static void filter(Context context, String name, jakarta.servlet.Filter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(name);
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }
}
