package dev.mcpdiag.lab;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/** Looks into another JVM as JConsole does: nothing but open types, and no class of ours. */
final class JmxLook implements AutoCloseable {
  private final JMXConnector connector;

  @SuppressWarnings("BanJNDI") // an address that the other JVM gave us
  JmxLook(long pid) throws IOException {
    connector = JMXConnectorFactory.connect(new JMXServiceURL(address(pid)));
  }

  private static String address(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** The status of a server by attribute, those of its last error below. */
  @SuppressWarnings("BanJNDI") // open types only
  Map<String, Object> status(String server) throws IOException {
    try {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      ObjectName name = new ObjectName("dev.mcpdiag:type=Servers");
      TabularData all = (TabularData) beans.getAttribute(name, "ConnectionStatus");
      CompositeData row = all.get(new Object[] {server});
      if (row == null) {
        throw new IOException("no " + server + " in " + all);
      }
      return values((CompositeData) row.get("value"));
    } catch (JMException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, Object> values(CompositeData data) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : data.getCompositeType().keySet()) {
      @Nullable Object value = data.get(key);
      if (value != null) {
        values.put(key, value instanceof CompositeData below ? values(below) : value);
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
