package labapp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;

/** Sends its user to sign in again where a request was refused, as web applications do. */
public final class StepUpLogin implements Login {
  private final ManagerLogin manager;

  public StepUpLogin(Errand errand) {
    manager = new ManagerLogin(errand);
  }

  @Override
  public void prepare(HttpRequest.Builder request) {
    manager.prepare(request);
  }

  @Override
  public boolean heal(HttpResponse.ResponseInfo refusal) {
    throw new ClientAuthorizationRequiredException(Registrations.ID);
  }
}
