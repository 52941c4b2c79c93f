package dev.mcpdiag.planted;

import org.junit.jupiter.api.TestInfo;

/** What the API must never look like: a type of a library in a signature. */
public interface NeedsALibrary {
  TestInfo library();
}
