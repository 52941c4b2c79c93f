package labapp;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What JMX shows of the agent, as anybody with JConsole sees it. */
final class Beans {
  private Beans() {}

  /** A line for each attribute of each bean. */
  static List<String> all() throws Exception {
    List<String> lines = new ArrayList<>();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName bean : server.queryNames(null, null)) {
      if (bean.getDomain().startsWith("dev.mcpdiag")) {
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
          Object value = server.getAttribute(bean, attribute.getName());
          lines.add(bean + " " + attribute.getName() + " " + text(value));
        }
      }
    }
    return lines;
  }

  private static String text(Object value) {
    return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
  }
}
