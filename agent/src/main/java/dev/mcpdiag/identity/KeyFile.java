package dev.mcpdiag.identity;

import dev.mcpdiag.problem.Problem;
import dev.mcpdiag.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key of the hashes: one for each installation, so that hashes stay the same over restarts. */
public final class KeyFile {
  private static final int BYTES = 32;
  private static final int LEAST = 16;
  private static final int MOST = 4_096;

  private KeyFile() {}

  /**
   * The key in this file, which is made if there is none. Where that cannot be, one of its own for
   * this run, with one problem.
   */
  public static byte[] key(String file, Problems problems) {
    try {
      Path path = Path.of(file);
      if (!Files.exists(path)) {
        create(path);
      }
      byte[] key = Files.readString(path).strip().getBytes(StandardCharsets.UTF_8);
      if (key.length >= LEAST && key.length <= MOST) {
        return key;
      }
      return instead("holds " + key.length + " bytes, not " + LEAST + " to " + MOST, problems);
    } catch (IOException | InvalidPathException e) {
      return instead("cannot be used: " + e.getClass().getSimpleName(), problems);
    }
  }

  /** A key that nobody else has and that is gone with this JVM. */
  public static byte[] ofThisRun() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Whole or not at all, for others that start now; nobody else may read it. */
  private static void create(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    Path made = Files.createTempFile(parent, ".identity", ".key", ownersOnly());
    Files.writeString(made, HexFormat.of().formatHex(ofThisRun()) + "\n");
    try {
      Files.createLink(path, made); // fails where another one was quicker: then its key holds
    } catch (IOException | UnsupportedOperationException taken) {
      if (!Files.exists(path)) {
        Files.move(made, path);
        return;
      }
    }
    Files.deleteIfExists(made);
  }

  private static FileAttribute<?>[] ownersOnly() {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] instead(String what, Problems problems) {
    problems.report(
        new Problem(
            "the key file of identities " + what + "; hashes hold for this run only",
            "mcpdiag.identity.key-file",
            "name a file that this process may read, or make in its folder"));
    return ofThisRun();
  }
}
