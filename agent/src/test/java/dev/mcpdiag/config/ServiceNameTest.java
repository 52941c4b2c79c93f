package dev.mcpdiag.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ServiceNameTest {
  private final Given given = new Given();

  @Test
  void isTheSpringNameFirst() {
    given.property("sun.java.command", "shop.jar").variable("SPRING_APPLICATION_NAME", "till");
    assertName("till");
    given.property("spring.application.name", "shop");
    assertName("shop");
  }

  @Test
  void isTheMainJarWithoutItsEnding() {
    given.property("sun.java.command", "target/shop-1.2.jar --port 80");
    assertName("shop-1.2");
  }

  @Test
  void isTheMainJarEvenWithBlanksInItsPath() {
    given
        .property("java.class.path", "C:\\My Apps\\shop.jar")
        .property("sun.java.command", "C:\\My Apps\\shop.jar run other.jar");
    assertName("shop");
  }

  @Test
  void isTheMainClassWithoutItsPackage() {
    given.property("sun.java.command", "com.acme.Shop run other.jar");
    assertName("Shop");
    given.property("sun.java.command", "shop.module/com.acme.Till");
    assertName("Till");
  }

  @Test
  void isNeverUnknown() {
    assertName("java");
  }

  private void assertName(String expected) {
    assertEquals(expected, given.otel().resource().serviceName());
  }
}
