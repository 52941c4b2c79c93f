package dev.mcpdiag.classify;

import dev.mcpdiag.evidence.ThrowableChain;
import org.jspecify.annotations.Nullable;

/** Why a TLS handshake failed: by type where types tell, by the JDK's own texts where not. */
final class TlsReason {
  private TlsReason() {}

  static @Nullable String of(ThrowableChain chain) {
    if (chain.has("java.security.cert.CertificateExpiredException") || chain.says("notafter")) {
      return "cert_expired";
    }
    if (chain.has("java.security.cert.CertPathBuilderException")
        || chain.has("java.security.cert.CertPathValidatorException")
        || chain.has("sun.security.validator.ValidatorException")) {
      return "cert_untrusted";
    }
    if (chain.has("java.security.cert.CertificateException")) {
      return "hostname_mismatch"; // the JDK's name check throws this plain type
    }
    return byText(chain);
  }

  private static @Nullable String byText(ThrowableChain chain) {
    if (chain.says("plaintext") || chain.says("not an ssl/tls record")) {
      return "plaintext_peer";
    }
    if (chain.says("protocol_version") || chain.says("no appropriate protocol")) {
      return "protocol_version";
    }
    return chain.says("certificate_required") || chain.says("bad_certificate")
        ? "client_cert_required"
        : null;
  }
}
