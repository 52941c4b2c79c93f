package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A forward proxy that makes no tunnel to an https server. Its status is in the text of the
 * exception only: HTTP clients take the answer to CONNECT for their own matter.
 */
final class TunnelRules {
  /** The JDK's two HTTP clients, and Netty's handler for proxies. */
  private static final String[] TEXTS = {
    "tunnel failed, got: ", "proxy returns \"http/1.1 ", "proxy returns \"http/1.0 ", "status: "
  };

  private static final String NETTY = "io.netty.handler.proxy.ProxyConnectException";

  private TunnelRules() {}

  static @Nullable Verdict judge(ThrowableChain chain) {
    boolean isNetty = chain.has(NETTY);
    for (String text : TEXTS) {
      String status = text.equals("status: ") && !isNetty ? null : chain.digitsAfter(text);
      if (status != null) {
        return byStatus(status);
      }
    }
    return isNetty ? verdict(Codes.BLOCKED_BY_PROXY, "").sure(Confidence.LOW) : null;
  }

  private static Verdict byStatus(String status) {
    return switch (status) {
      case "407" -> verdict(Codes.PROXY_AUTH_REQUIRED, status);
      case "502", "503", "504" -> verdict(Codes.SERVER_UNAVAILABLE, status);
      default -> verdict(Codes.BLOCKED_BY_PROXY, status);
    };
  }

  private static Verdict verdict(String code, String status) {
    String because = "the proxy refused a tunnel to the server";
    return Verdict.of(
            code,
            Origin.PROXY,
            "proxy-tunnel",
            status.isEmpty() ? because : because + " with HTTP " + status)
        .sure(Confidence.MEDIUM);
  }
}
