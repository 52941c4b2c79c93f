package labapp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads the issuer's metadata when a request was refused, and registers there if it is told so. */
public final class DiscoveryLogin implements Login {
  private final Errand errand;

  public DiscoveryLogin(Errand errand) {
    this.errand = errand;
  }

  @Override
  public void prepare(HttpRequest.Builder request) {}

  @Override
  public boolean heal(HttpResponse.ResponseInfo refusal) throws Exception {
    String issuer = errand.text("issuer", "");
    if (errand.text("registers", "no").equals("yes")) {
      DynamicRegistration.register(issuer);
    } else {
      Registrations.discovered(issuer);
    }
    return true;
  }
}
