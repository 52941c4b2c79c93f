package labapp;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** A tenant with an OpenTelemetry SDK of its own. */
public final class TracedTenant {
  private TracedTenant() {}

  public static void main(String[] args) throws Exception {
    OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
    Tenant.main(args);
    telemetry.close();
  }
}
