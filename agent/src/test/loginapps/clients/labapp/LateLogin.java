package labapp;

import java.net.http.HttpRequest;

/** Gets a token and uses it when it is too late. */
public final class LateLogin implements Login {
  private final ManagerLogin manager;
  private final long delayMillis;

  public LateLogin(Errand errand) {
    manager = new ManagerLogin(errand);
    delayMillis = errand.millis("delay", 0).toMillis();
  }

  @Override
  public void prepare(HttpRequest.Builder request) throws InterruptedException {
    manager.prepare(request);
    Thread.sleep(delayMillis);
  }
}
