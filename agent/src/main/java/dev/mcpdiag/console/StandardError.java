package dev.mcpdiag.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The process's stderr itself, not {@code System.err}: an application may point that at a logger,
 * or at stdout, and must not find our lines there.
 */
final class StandardError implements Outlet {
  private final FileOutputStream stream = new FileOutputStream(FileDescriptor.err);

  @Override
  public void write(byte[] lines) throws IOException {
    stream.write(lines);
  }
}
