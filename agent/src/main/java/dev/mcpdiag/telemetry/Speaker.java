package dev.mcpdiag.telemetry;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/** Who speaks: the process and this instrumentation, on everything that is exported. */
record Speaker(Resource resource, InstrumentationScopeInfo scope) {
  static Speaker of(Resource resource, String version) {
    return new Speaker(
        resource, InstrumentationScopeInfo.builder(Names.SCOPE).setVersion(version).build());
  }
}
