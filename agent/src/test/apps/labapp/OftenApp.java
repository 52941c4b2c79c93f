package labapp;

/**
 * Calls a tool that fails at once, again and again, until the SDK's server has destroyed some of
 * its answers. Arguments: the errand, how many such answers are enough, how many calls at most.
 * Prints one line per call.
 */
public final class OftenApp {
  /** The agent folds what comes more often than a hundred times a second. */
  private static final long PAUSE_MILLIS = 12;

  private OftenApp() {}

  public static void main(String[] args) throws Exception {
    Errand errand = Errand.of(args[0]);
    int enough = Integer.parseInt(args[1]);
    int most = Integer.parseInt(args[2]);
    Client client = Client.of(errand);
    client.initialize();
    int destroyed = 0;
    for (int i = 0; i < most && destroyed < enough; i++) {
      String outcome;
      try {
        outcome = Outcome.succeeded(client.call(errand.text("op", ""), java.util.Map.of()));
      } catch (Exception e) {
        outcome = Outcome.failed(e);
      }
      System.out.println(outcome);
      destroyed += outcome.contains("java.io.IOException") ? 1 : 0;
      Thread.sleep(PAUSE_MILLIS);
    }
    Thread.sleep(1500); // what is still to be exported must leave
    System.exit(0);
  }
}
