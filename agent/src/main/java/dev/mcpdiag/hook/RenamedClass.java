package dev.mcpdiag.hook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A class file with other names in it: renames in the texts of its constant pool, no more. */
final class RenamedClass {
  private static final int TEXT = 1;

  /** Bytes of an entry by its tag (JVMS 4.4), 0 for tags that do not exist. */
  private static final int[] SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private RenamedClass() {}

  /** Replaces every occurrence of a name or path prefix, written with slashes. */
  static byte[] of(byte[] classFile, String from, String to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 1024);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(in.readLong()); // magic and version
      int count = in.readUnsignedShort();
      out.writeShort(count);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == TEXT) {
          out.writeUTF(in.readUTF().replace(from, to));
        } else {
          out.write(in.readNBytes(SIZES[tag]));
          i += SIZES[tag] == 8 ? 1 : 0; // long and double take two numbers
        }
      }
      in.transferTo(out);
    }
    return bytes.toByteArray();
  }
}
