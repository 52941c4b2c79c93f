package dev.mcpdiag.call;

import dev.mcpdiag.api.Side;
import dev.mcpdiag.api.Transport;

/** Wants to know what an application really uses of its SDK. */
@FunctionalInterface
public interface SdkUse {
  /** Nobody wants to know. */
  SdkUse UNNOTICED = (side, transport) -> {};

  /** A call ended. On the thread where it ended, for each call: must cost nothing. */
  void used(Side side, Transport transport);
}
