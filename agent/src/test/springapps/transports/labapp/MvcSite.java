package labapp;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Routed functions behind Spring's dispatcher in an embedded Tomcat. */
final class MvcSite {
  private MvcSite() {}

  /** The port. */
  static int serve(Object routes) throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Site.class);
    spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("routes", routes));
    Tomcat tomcat = new Tomcat();
    Path home = Web.home();
    tomcat.setBaseDir(home.toString());
    Connector connector = new Connector("HTTP/1.1");
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", "20");
    tomcat.getService().addConnector(connector);
    Context context = tomcat.addContext("", home.toString());
    var dispatcher = Tomcat.addServlet(context, "spring", new DispatcherServlet(spring));
    dispatcher.setAsyncSupported(true);
    dispatcher.setLoadOnStartup(1);
    context.addServletMappingDecoded("/*", "spring");
    tomcat.start();
    return connector.getLocalPort();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  static class Site {}
}
