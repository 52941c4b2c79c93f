package dev.mcpdiag.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the engine and its libraries from {@code inst/*.classdata} of the agent jar. Sees the JDK
 * and itself, nothing of the application; the application sees nothing of it.
 *
 * <p>Reads through {@link JarFile}, never through an NIO channel: a channel read by an interrupted
 * thread closes for good, and SDK worker threads do arrive interrupted.
 */
final class EngineLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String ROOT = "inst/";

  private final JarFile jar;
  private final ProtectionDomain domain = EngineLoader.class.getProtectionDomain();

  EngineLoader(JarFile jar) {
    super(ClassLoader.getSystemClassLoader().getParent());
    this.jar = jar;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known == null && isOurs(name)) {
        known = findClass(name);
      }
      return known == null ? super.loadClass(name, resolve) : known;
    }
  }

  private static boolean isOurs(String name) {
    return name.startsWith("dev.mcpdiag.");
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(ROOT + name.replace('.', '/') + ".classdata");
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    definePackageOf(name);
    return defineClass(name, bytes, 0, bytes.length, domain);
  }

  private void definePackageOf(String name) {
    int dot = name.lastIndexOf('.');
    String packageName = name.substring(0, dot);
    try {
      definePackage(packageName, null, null, null, null, null, null, null);
    } catch (IllegalArgumentException ignored) {
      // it is there already
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] bytes = resource(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    try {
      byte[] bytes = resource(name);
      return bytes == null ? null : inMemory(name, bytes);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL one = findResource(name);
    return Collections.enumeration(
        one == null ? Collections.<URL>emptyList() : Collections.singletonList(one));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> ours = findResources(name);
    return ours.hasMoreElements() ? ours : super.getResources(name);
  }

  private byte @Nullable [] resource(String name) throws IOException {
    return read(ROOT + (name.endsWith(".class") ? name + "data" : name));
  }

  private byte @Nullable [] read(String entryName) throws IOException {
    ZipEntry entry = jar.getEntry(entryName);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.max(entry.getSize(), 32));
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    }
  }

  private static URL inMemory(String name, final byte[] bytes) throws MalformedURLException {
    return new URL(
        "mcpdiag",
        "",
        -1,
        "/" + name,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(bytes);
              }
            };
          }
        });
  }
}
