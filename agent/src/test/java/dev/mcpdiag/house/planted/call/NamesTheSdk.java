package dev.mcpdiag.house.planted.call;

import io.modelcontextprotocol.spec.McpSchema;

interface NamesTheSdk {
  McpSchema.Tool tool();
}
