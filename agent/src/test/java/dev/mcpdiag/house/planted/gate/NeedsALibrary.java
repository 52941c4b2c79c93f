package dev.mcpdiag.house.planted.gate;

import com.fasterxml.jackson.core.JsonFactory;

interface NeedsALibrary {
  JsonFactory json();
}
