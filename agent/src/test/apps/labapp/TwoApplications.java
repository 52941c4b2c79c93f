package labapp;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Two applications in one JVM, as in a server: each with its own SDK and its own everything. */
public final class TwoApplications {
  private TwoApplications() {}

  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    for (String name : List.of("first", "second")) {
      ClassLoader loader =
          new URLClassLoader(name, urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> calls = Class.forName("labapp.TimedCalls", true, loader);
      calls.getMethod("run", String[].class).invoke(null, (Object) args);
    }
    System.exit(0);
  }
}
