package dev.mcpdiag.hook;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Version of the SDK: from the manifest of its jar, else from the jar's name. */
final class SdkVersion {
  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema";

  private SdkVersion() {}

  static String of(ClassLoader application) {
    try {
      Class<?> schema = Class.forName(SCHEMA, false, application);
      String version = schema.getPackage().getImplementationVersion();
      if (version == null) {
        version = fromPomProperties(application); // a fat jar has lost the manifest
      }
      return version != null ? version : fromJarName(schema);
    } catch (ClassNotFoundException | LinkageError e) {
      return "?";
    }
  }

  private static @Nullable String fromPomProperties(ClassLoader application) {
    for (String artifact : new String[] {"mcp-core", "mcp"}) {
      String name = "META-INF/maven/io.modelcontextprotocol.sdk/" + artifact + "/pom.properties";
      try (InputStream in = application.getResourceAsStream(name)) {
        if (in != null) {
          Properties properties = new Properties();
          properties.load(in);
          return properties.getProperty("version");
        }
      } catch (IOException ignored) {
        // as good as not there
      }
    }
    return null;
  }

  private static String fromJarName(Class<?> schema) {
    CodeSource source = schema.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return "?";
    }
    String name =
        new File(URI.create(location.toString().replace(" ", "%20")).getSchemeSpecificPart())
            .getName();
    int dash = name.lastIndexOf('-');
    boolean isVersioned =
        dash > 0 && dash + 1 < name.length() && Character.isDigit(name.charAt(dash + 1));
    return isVersioned ? name.substring(dash + 1).replace(".jar", "") : "?";
  }
}
