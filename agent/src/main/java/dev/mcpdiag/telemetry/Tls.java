package dev.mcpdiag.telemetry;

import io.opentelemetry.exporter.internal.TlsConfigHelper;
import java.io.IOException;
import java.nio.file.Files;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom we trust and who we are towards a collector; both null where the JVM's defaults hold. */
record Tls(@Nullable SSLContext context, @Nullable X509TrustManager trust) {
  /**
   * @throws IOException if a file cannot be read
   * @throws IllegalStateException if a file is not what it should be
   */
  static Tls of(ExportSettings.Target target) throws IOException {
    if (target.certificate() == null && target.clientKey() == null) {
      return new Tls(null, null);
    }
    TlsConfigHelper helper = new TlsConfigHelper();
    if (target.certificate() != null) {
      helper.setTrustManagerFromCerts(Files.readAllBytes(target.certificate()));
    }
    if (target.clientKey() != null && target.clientCertificate() != null) {
      helper.setKeyManagerFromCerts(
          Files.readAllBytes(target.clientKey()), Files.readAllBytes(target.clientCertificate()));
    }
    return new Tls(helper.getSslContext(), helper.getTrustManager());
  }
}
