package labapp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A request of a browser that the application serves, and what is done meanwhile. */
final class WebRequest extends HttpServlet {
  private static final Map<String, Work> WAITING = new ConcurrentHashMap<>();
  private static final Map<String, RuntimeException> FAILED = new ConcurrentHashMap<>();
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final String ADDRESS = address();

  /** What is done within the request. */
  @FunctionalInterface
  interface Work {
    void within(HttpServletRequest request, HttpServletResponse response);
  }

  static void serve(Work work) {
    String page = UUID.randomUUID().toString();
    WAITING.put(page, work);
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + page)).build();
      BROWSER.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    RuntimeException failure = FAILED.remove(page);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String page = request.getRequestURI().substring(1);
    try {
      WAITING.remove(page).within(request, response);
    } catch (RuntimeException e) {
      FAILED.put(page, e);
    }
  }

  private static String address() {
    try {
      return "http://127.0.0.1:" + Web.serve(new WebRequest(), 1).ports() + "/";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
