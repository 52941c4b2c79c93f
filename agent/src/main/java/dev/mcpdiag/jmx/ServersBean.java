package dev.mcpdiag.jmx;

import dev.mcpdiag.servers.ServerStatus;
import dev.mcpdiag.servers.Servers;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The servers as one MXBean. Registered once JMX is alive in this JVM anyway: to wake it loads some
 * 950 classes and takes 0.2 s of CPU on JDK 17, and nobody looks until somebody else wakes it.
 */
public final class ServersBean implements ServersMXBean {
  /** Its name. */
  public static final String NAME = "dev.mcpdiag:type=Servers";

  /** Loaded by the JDK right before it makes an MBean server, and by no JVM without JMX. */
  public static final String SIGN_OF_JMX = "javax/management/MBeanServerFactory";

  private final Servers servers;

  private ServersBean(Servers servers) {
    this.servers = servers;
  }

  /** Shows these servers in the platform's MBean server, waiting for it if it is being made. */
  public static void show(Servers servers) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(new ServersBean(servers), new ObjectName(NAME));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, ServerView> getConnectionStatus() {
    Map<String, ServerView> views = new LinkedHashMap<>();
    for (ServerStatus status : servers.all()) {
      views.put(status.name(), new ServerView(status));
    }
    return views;
  }
}
