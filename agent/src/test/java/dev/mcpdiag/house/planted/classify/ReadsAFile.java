package dev.mcpdiag.house.planted.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsAFile {
  String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
