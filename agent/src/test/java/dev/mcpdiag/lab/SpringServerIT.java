package dev.mcpdiag.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    ServerTable table = new ServerTable();
    List<DynamicNode> tests = new ArrayList<>();
    for (String version : versions()) {
      for (ServerWire wire : ServerWire.values()) {
        if (wire != ServerWire.STDIO && wire.isIn(version)) {
          CompletableFuture<DynamicNode> flux =
              CompletableFuture.supplyAsync(
                  () -> ServerIT.asked(setup(version, ServerStack.WEBFLUX, wire), table));
          tests.add(ServerIT.asked(setup(version, ServerStack.WEBMVC, wire), table));
          tests.add(flux.join());
        }
      }
    }
    table.publish("spring-servers.txt");
    return tests;
  }

  private static ServerSetup setup(String version, ServerStack stack, ServerWire wire) {
    return new ServerSetup(version, stack, wire);
  }

  private static List<String> versions() {
    return SdkVersions.areAskedFor()
        ? SdkVersions.chosen().stream().filter(SpringClasspath::isThereFor).toList()
        : List.of("2.0.1", "0.17.2");
  }
}
