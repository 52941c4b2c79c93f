package dev.mcpdiag.lab;

import java.io.File;
import java.io.IOException;

/**
 * Class path of an application on one SDK version, ready for {@code java -cp}: the lab's own
 * application compiled against the SDK, and the jars.
 */
public final class SdkClasspath {
  private SdkClasspath() {}

  /** An application on nothing but the SDK. */
  public static String of(String version) {
    return of(LabPom.plain(version));
  }

  /** The same with the WebFlux transports. */
  static String withWebFlux(String version) {
    return of(LabPom.withWebFlux(version));
  }

  /** The application needs nothing but the SDK, so what else is there does not compile it anew. */
  static String of(LabPom pom) {
    try {
      String sdk = LabJars.of(LabPom.plain(pom.version()));
      return LabSources.compiled(pom.version(), sdk) + File.pathSeparator + LabJars.of(pom);
    } catch (IOException e) {
      throw new IllegalStateException("no class path for SDK " + pom.name(), e);
    }
  }
}
