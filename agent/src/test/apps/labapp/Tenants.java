package labapp;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A host of applications, each with its own copy of everything in a class loader of its own; then
 * they go, and it prints how many of the loaders could be collected. Arguments: MCP address, one
 * class path for each application.
 */
public final class Tenants {
  private static final int LONGEST = 80;
  private static final long PAUSE_MILLIS = 250;

  private Tenants() {}

  public static void main(String[] args) throws Exception {
    // The JDK's own lasting threads must not inherit the context loader of a tenant.
    new CompletableFuture<>().orTimeout(1, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}).get();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (String classpath : Arrays.asList(args).subList(1, args.length)) {
      // A thread of its own: nothing of the application stays on this one's stack.
      Thread visit =
          new Thread(
              () -> {
                try {
                  loaders.add(visit(args[0], classpath));
                } catch (Exception e) {
                  e.printStackTrace();
                }
              });
      visit.start();
      visit.join();
    }
    System.out.println("collected " + collected(loaders) + " of " + loaders.size());
    System.exit(0);
  }

  private static WeakReference<ClassLoader> visit(String url, String classpath) throws Exception {
    List<URL> places = new ArrayList<>();
    for (String place : classpath.split(File.pathSeparator)) {
      places.add(new File(place).toURI().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(places.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("labapp.Tenant")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {url});
    // The SDK does not wait for its DELETE of the session; unanswered, it holds the HTTP client.
    Thread.sleep(4 * PAUSE_MILLIS);
    loader.close();
    return new WeakReference<>(loader);
  }

  private static int collected(List<WeakReference<ClassLoader>> loaders) throws Exception {
    int count = 0;
    for (int i = 0; i < LONGEST && count < loaders.size(); i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
      count = 0;
      for (WeakReference<ClassLoader> loader : loaders) {
        count += loader.get() == null ? 1 : 0;
      }
    }
    return count;
  }
}
