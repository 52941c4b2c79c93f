package dev.mcpdiag.console;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file of {@code mcpdiag.log.file}; appended to, never rotated. */
final class LogFile implements Outlet {
  // No channel: it would close when a thread of the application is interrupted while it writes.
  private final FileOutputStream stream;

  private LogFile(FileOutputStream stream) {
    this.stream = stream;
  }

  /**
   * Opens the file.
   *
   * @throws IOException with a message that continues "because": {@code its folder does not exist}
   */
  static LogFile open(String name) throws IOException {
    Path path;
    try {
      path = Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IOException("it is not a file name", e);
    }
    // Opening a pipe waits for its reader, and /dev/stdout may be the wire of a stdio server.
    boolean isSpecial = Files.exists(path) && !Files.isRegularFile(path);
    if (isSpecial || path.startsWith("/dev") || path.startsWith("/proc")) {
      throw new IOException("it is not a regular file");
    }
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException("its folder does not exist");
    }
    try {
      return new LogFile(new FileOutputStream(path.toFile(), true));
    } catch (IOException | SecurityException e) {
      throw new IOException("this process may not write it", e);
    }
  }

  @Override
  public void write(byte[] lines) throws IOException {
    stream.write(lines);
  }
}
