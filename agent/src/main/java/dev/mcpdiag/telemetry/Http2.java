package dev.mcpdiag.telemetry;

import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 for all signals together: one pool of connections, since each connection has a thread that
 * reads it.
 */
final class Http2 {
  private static final int IDLE_KEPT = 1;
  private static final int IDLE_MINUTES = 5;

  private static @Nullable OkHttpClient shared;

  private Http2() {}

  /** For a target, over the connections that all have. */
  static synchronized OkHttpClient client(ExportSettings.Target target, Tls tls) {
    OkHttpClient all = shared;
    if (all == null) {
      all =
          new OkHttpClient.Builder()
              .connectionPool(new ConnectionPool(IDLE_KEPT, IDLE_MINUTES, TimeUnit.MINUTES))
              .build();
      shared = all;
    }
    boolean isTls = "https".equals(target.endpoint().getScheme());
    OkHttpClient.Builder own = all.newBuilder();
    if (isTls && tls.context() != null && tls.trust() != null) {
      own.sslSocketFactory(tls.context().getSocketFactory(), tls.trust());
    }
    // A time-out for the whole call; one for each of its parts would only wake a thread more often.
    return own.protocols(
            isTls
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.H2_PRIOR_KNOWLEDGE))
        .connectTimeout(target.timeout())
        .callTimeout(target.timeout())
        .readTimeout(0, TimeUnit.MILLISECONDS)
        .writeTimeout(0, TimeUnit.MILLISECONDS)
        .build();
  }

  /** Whoever asks from now on gets new connections. */
  static synchronized void renew() {
    if (shared != null) {
      shared.connectionPool().evictAll();
      shared = null;
    }
  }
}
