package dev.mcpdiag.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mcpdiag.catalogue.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Writes plain maps, lists and values as JSON, bounded in depth and length. */
public final class JsonText {
  private static final int MAX_CHARS = 8 * 1024;

  private JsonText() {}

  /** JSON text of at most 8 KiB, null where the value is absent or too large to tell. */
  public static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      JsonValue.write(json, value);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
    return text.getBuffer().length() > MAX_CHARS ? null : text.toString();
  }
}
