package labapp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Prints what passes in logins: it is full of secrets, which a test looks for elsewhere. */
final class Wire implements Filter {
  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    tell("authorization=" + request.getHeader("Authorization"));
    if (!request.getRequestURI().startsWith("/oauth2/")) {
      chain.doFilter(asked, answer);
      return;
    }
    request
        .getParameterMap()
        .forEach((name, values) -> tell(name + "=" + String.join(" ", List.of(values))));
    var response = new ContentCachingResponseWrapper((HttpServletResponse) answer);
    chain.doFilter(request, response);
    tell("location=" + response.getHeader("Location"));
    tell("body=" + new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    response.copyBodyToResponse();
  }

  private static synchronized void tell(String text) {
    System.out.println("wire " + text.replace('\n', ' '));
    System.out.flush();
  }
}
