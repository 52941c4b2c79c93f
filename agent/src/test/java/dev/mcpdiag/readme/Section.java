package dev.mcpdiag.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/**
 * A part of a document between two markers that equals what the code says. Compares and never
 * overwrites; {@code -Dmcpdiag.tables} prints what belongs there.
 */
public final class Section {
  private Section() {}

  /**
   * Fails unless the text between the markers is the expected one.
   *
   * @param file the document, by its path from the root
   * @param name of the markers
   * @param expected with its last line break
   */
  public static void equalsCode(String file, String name, String expected) {
    if (Boolean.getBoolean("mcpdiag.tables")) {
      System.out.println("==> " + file + ", section " + name + "\n" + expected);
    }
    assertEquals(
        expected,
        between(file, name),
        () ->
            file
                + ", section "
                + name
                + ": put the expected text between its two markers;"
                + " with -Dmcpdiag.tables this test prints it");
  }

  /** The text between the markers. */
  static String between(String file, String name) {
    String text = Project.text(file);
    int begin = text.indexOf("<!-- " + name + ": begin");
    int end = text.indexOf("<!-- " + name + ": end -->");
    assertNotEquals(-1, begin, () -> file + " has lost its marker " + name + ": begin");
    assertNotEquals(-1, end, () -> file + " has lost its marker " + name + ": end");
    return text.substring(text.indexOf('\n', begin) + 1, end);
  }
}
