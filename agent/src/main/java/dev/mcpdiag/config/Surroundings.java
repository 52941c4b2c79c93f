package dev.mcpdiag.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** System properties and environment variables, copied once, so that tests can bring their own. */
public record Surroundings(Map<String, String> systemProperties, Map<String, String> environment) {

  /** Those of this JVM. Empty where a security manager does not let us look. */
  public static Surroundings ofThisJvm() {
    Map<String, String> copy = new HashMap<>();
    try {
      Properties properties = System.getProperties();
      for (String name : properties.stringPropertyNames()) {
        String value = properties.getProperty(name);
        if (value != null) {
          copy.put(name, value);
        }
      }
      return new Surroundings(copy, System.getenv());
    } catch (SecurityException ignored) {
      // The application forbids it; then defaults and the agent argument are what there is.
      return new Surroundings(copy, Map.of());
    }
  }

  String property(String name) {
    return systemProperties.getOrDefault(name, "").strip();
  }

  String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
