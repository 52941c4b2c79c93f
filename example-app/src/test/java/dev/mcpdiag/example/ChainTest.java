package dev.mcpdiag.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChainTest {
  @Test
  void namesEachClassAndMessageFromTheOutermost() {
    assertEquals(
        "RuntimeException: failed <- IOException: null",
        Chain.of(new RuntimeException("failed", new IOException())));
  }

  @Test
  void masksWhatChangesFromRunToRun() {
    assertEquals(
        "IOException: 127.0.0.1:<port> answered Event@<id> to <id>, twice",
        Chain.of(
            new IOException(
                "127.0.0.1:40123 answered Event@4dedf685 to"
                    + " 0f8fad5b-d9cb-469f-a165-70867728950e,\n  twice")));
  }
}
