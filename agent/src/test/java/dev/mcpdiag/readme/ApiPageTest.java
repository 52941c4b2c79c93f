package dev.mcpdiag.readme;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of the API equals its public signatures. */
class ApiPageTest {
  private static final String API = "extension-api/src/main/java/dev/mcpdiag/api";

  @Test
  void listsEveryPublicSignature() throws ClassNotFoundException {
    StringBuilder text = new StringBuilder("```\n");
    for (Path file : Project.files(API, ".java")) {
      String name = file.getFileName().toString().replace(".java", "");
      if (!name.equals("package-info")) {
        text.append(Signatures.of(Class.forName("dev.mcpdiag.api." + name)));
      }
    }
    Section.equalsCode("docs/reference/api.md", "api", text.append("```\n").toString());
  }
}
