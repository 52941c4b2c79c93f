package dev.mcpdiag.sdk;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.reactive.function.client.ClientResponse;

/** A WebFlux answer as the JDK shows one. */
final class WebAnswer implements HttpResponse.ResponseInfo {
  private final int status;
  private final HttpHeaders headers;

  WebAnswer(ClientResponse response) {
    status = response.statusCode().value();
    headers = headers(response.headers().asHttpHeaders());
  }

  /** Copies by a method that this class has in Spring 6, where it is a map, and in Spring 7. */
  static HttpHeaders headers(org.springframework.http.HttpHeaders source) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    source.forEach(copy::put);
    return HttpHeaders.of(copy, (name, value) -> true);
  }

  @Override
  public int statusCode() {
    return status;
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
