package dev.mcpdiag.lab;

import dev.mcpdiag.weave.WeaveReport;
import dev.mcpdiag.weave.Weaver;
import io.modelcontextprotocol.spec.McpdiagHook;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** One SDK version with its dependencies in a loader that weaves, as the agent does in a JVM. */
final class WovenSdk extends URLClassLoader {
  private static final String HOOK = McpdiagHook.class.getName();

  private final WeaveReport report = new WeaveReport();
  private final Map<String, byte[]> woven = new TreeMap<>();

  WovenSdk(String version) throws IOException {
    super(urls(version), ClassLoader.getPlatformClassLoader());
    Weaver weaver = new Weaver();
    for (URL url : getURLs()) {
      weaveAll(weaver, new File(url.getPath()));
    }
  }

  private void weaveAll(Weaver weaver, File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName().replaceFirst("\\.class$", "");
        if (entry.getName().endsWith(".class") && weaver.isHooked(name)) {
          byte[] bytes = weaver.weave(name, jar.getInputStream(entry).readAllBytes(), report);
          if (bytes != null) {
            woven.put(name.replace('/', '.'), bytes);
          }
        }
      }
    }
  }

  /** Places that were found, by simple class name. */
  Map<String, Set<String>> report() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String type : report.classes()) {
      if (!report.places(type).isEmpty()) {
        found.put(type, new TreeSet<>(report.places(type)));
      }
    }
    return found;
  }

  /** Class files by class name. */
  Map<String, byte[]> woven() {
    return woven;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = name.equals(HOOK) ? hook() : woven.get(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] hook() throws ClassNotFoundException {
    String file = McpdiagHook.class.getSimpleName() + ".class";
    try (InputStream in =
        Objects.requireNonNull(McpdiagHook.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(HOOK, e);
    }
  }

  private static URL[] urls(String version) throws IOException {
    return Arrays.stream(LabJars.of(LabPom.plain(version)).split(File.pathSeparator))
        .map(path -> url(new File(path)))
        .toArray(URL[]::new);
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
