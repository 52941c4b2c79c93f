package dev.mcpdiag.evidence;

import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a program could not be started, told by the file system and not by the message of the
 * exception: its wording differs by system and language.
 */
public final class StartCheck {
  private StartCheck() {}

  /** not_found, bad_directory, not_permitted or other. */
  public static String reason(ProcessBuilder builder, @Nullable String path) {
    File directory = builder.directory();
    if (directory != null && !directory.isDirectory()) {
      return "bad_directory";
    }
    List<String> command = builder.command();
    if (command.isEmpty()) {
      return "other";
    }
    File program = locate(command.get(0), path);
    if (program == null) {
      return "not_found";
    }
    return program.isDirectory() || !program.canExecute() ? "not_permitted" : "other";
  }

  /** As the system looks for it: a name with a separator is a path, any other is sought on PATH. */
  private static @Nullable File locate(String command, @Nullable String path) {
    if (command.indexOf('/') >= 0 || command.indexOf(File.separatorChar) >= 0) {
      File file = new File(command);
      return file.exists() ? file : null;
    }
    File unusable = null;
    for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
      File file = new File(folder, command);
      if (file.isFile() && file.canExecute()) {
        return file;
      }
      if (file.exists()) {
        unusable = file;
      }
    }
    return unusable;
  }
}
