package dev.mcpdiag.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RenamedClassTest {
  /** Has an entry of every size, and names itself in a descriptor. */
  public static final class Original {
    private Original() {}

    public static String text(int small) {
      Original self = new Original();
      long large = 1L << 40 | 0x1234_5678_9ABCL;
      return self.with(small + 70_000, large, 2.5e300, 1.5f);
    }

    private String with(int number, long large, double decimal, float small) {
      return number + " " + large + " " + decimal + " " + small;
    }
  }

  @Test
  void aRenamedClassWorksAsBefore() throws ReflectiveOperationException, IOException {
    String from = Original.class.getName().replace('.', '/');
    byte[] renamed = RenamedClass.of(classFile(from), from, "com/example/a/much/longer/Name");
    Class<?> copy = new Lone().define("com.example.a.much.longer.Name", renamed);
    assertEquals(Original.text(1), copy.getMethod("text", int.class).invoke(null, 1));
  }

  private static byte[] classFile(String path) throws IOException {
    try (InputStream in =
        RenamedClassTest.class.getClassLoader().getResourceAsStream(path + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static final class Lone extends ClassLoader {
    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
