package dev.mcpdiag.jmx;

import dev.mcpdiag.servers.LastError;
import dev.mcpdiag.servers.ServerStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server's status as JMX takes it: with getters, times as ISO-8601 text, null where absent. */
public final class ServerView {
  private final ServerStatus status;

  ServerView(ServerStatus status) {
    this.status = status;
  }

  public String getConnectionState() {
    return status.connectionState().text();
  }

  public boolean isRequiresOAuth() {
    return status.requiresOAuth();
  }

  public String getSince() {
    return status.since().toString();
  }

  public @Nullable String getLastSuccessAt() {
    Instant at = status.lastSuccessAt();
    return at == null ? null : at.toString();
  }

  public @Nullable ErrorView getLastError() {
    LastError error = status.lastError();
    return error == null ? null : new ErrorView(error);
  }

  /** The newest failure at a server. */
  public static final class ErrorView {
    private final LastError error;

    ErrorView(LastError error) {
      this.error = error;
    }

    public String getCode() {
      return error.code();
    }

    public String getMessage() {
      return error.message();
    }

    public boolean isRetryable() {
      return error.retryable();
    }

    public String getFailureType() {
      return error.failureType();
    }

    public String getTraceId() {
      return error.traceId();
    }

    public String getAt() {
      return error.at().toString();
    }
  }
}
