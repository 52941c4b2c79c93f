package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The same as {@link ServerIT} over Spring's transports, with tools of Spring AI: the jars of the
 * SDK with Spring 6, and those of Spring AI 2 with Spring 7. {@code -Dmcpdiag.lab.sdk} takes other
 * SDK versions that have them.
 */
class SpringServerIT {
  @TestFactory
  List<DynamicNode> namesTheCauseOfEveryFailureOfASpringServer() throws IOException {
    List<ServerSetup> setups = new ArrayList<>();
    for (String version : versions()) {
      for (ServerWire wire : ServerWire.values()) {
        if (wire != ServerWire.STDIO && wire.isIn(version)) {
          setups.add(new ServerSetup(version, ServerStack.WEBMVC, wire));
          setups.add(new ServerSetup(version, ServerStack.WEBFLUX, wire));
        }
      }
    }
    return ServerIT.asked(setups, "spring-servers.txt");
  }

  private static List<String> versions() {
    return SdkVersions.areAskedFor()
        ? SdkVersions.chosen().stream().filter(SpringClasspath::isThereFor).toList()
        : List.of("2.0.1", "0.17.2");
  }
}
