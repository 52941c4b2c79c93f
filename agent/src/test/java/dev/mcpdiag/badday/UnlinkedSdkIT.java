package dev.mcpdiag.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mcpdiag.lab.LabSettings;
import dev.mcpdiag.lab.SdkClasspath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** An SDK of a version to come, which lacks a method that an adapter calls. */
class UnlinkedSdkIT {
  private static final Pattern LINKED =
      Pattern.compile("MCP SDK 2\\.1\\.0: (\\d+)/(\\d+) hooks linked");

  @Test
  void oneHookIsOffAndTheOthersWork() throws IOException {
    Ended ended = runOn("io/modelcontextprotocol/client/transport/ServerParameters", "getCommand");

    assertEquals(
        List.of(
            "MCP SDK 2.1.0 has no io.modelcontextprotocol.client.transport.ServerParameters"
                + ".getCommand()Ljava/lang/String; (CommandAdapter): what needs it stays off,"
                + " everything else works; use an SDK from 0.10.0 to 2.1.0"),
        ended.complaints());
    Matcher linked = LINKED.matcher(ended.stderr());
    assertTrue(linked.find(), ended::stderr);
    assertEquals(1, Integer.parseInt(linked.group(2)) - Integer.parseInt(linked.group(1)));
    assertTrue(ended.stderr().contains("MCP_CONNECTION_REFUSED"), ended::stderr);
  }

  @Test
  void whatSeveralHooksMissIsSaidOnce() throws IOException {
    Ended ended = runOn("io/modelcontextprotocol/spec/McpError", "getJsonRpcError");

    assertEquals(1, ended.complaints().size(), ended::stderr);
    String sentence = ended.complaints().get(0);
    assertTrue(sentence.contains("McpError.getJsonRpcError()"), sentence);
    assertTrue(
        sentence.contains("(RequestAdapter, OperationAdapter, ServerAdapters, HandlerAdapters)"),
        sentence);
  }

  private static Ended runOn(String className, String method) throws IOException {
    String classpath = without(className, method);
    try (Ports ports = new Ports()) {
      String errand =
          Outing.errand("id=x", "transport=streamable", "url=" + ports.refusing(), "op=init");
      Ended alone = new Outing(errand).classpath(classpath).run();
      Ended ended =
          new Outing(errand)
              .classpath(classpath)
              .variable("OTEL_LOGS_EXPORTER", "none")
              .variable("OTEL_TRACES_EXPORTER", "none")
              .agent("")
              .run();
      ended.isLike(alone);
      return ended;
    }
  }

  /** The class path with a copy of the SDK in which the method has another name. */
  private static String without(String className, String method) throws IOException {
    StringBuilder classpath = new StringBuilder();
    for (String entry : SdkClasspath.of(Outing.SDK).split(File.pathSeparator, -1)) {
      String used = entry;
      if (entry.contains("mcp-core")) {
        Path copy =
            LabSettings.target().resolve("badday").resolve(method).resolve("mcp-core-2.1.0.jar");
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of(entry), copy, StandardCopyOption.REPLACE_EXISTING);
        rename(copy, className + ".class", method);
        used = copy.toString();
      }
      classpath.append(classpath.length() == 0 ? "" : File.pathSeparator).append(used);
    }
    return classpath.toString();
  }

  private static void rename(Path jar, String classFile, String method) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Path file = files.getPath(classFile);
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(Files.readAllBytes(file)).accept(new Renaming(writer, method), 0);
      Files.write(file, writer.toByteArray());
    }
  }

  /** Gives a method another name. */
  private static final class Renaming extends ClassVisitor {
    private final String method;

    Renaming(ClassWriter next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    @Override
    @SuppressWarnings("NullAway") // ASM passes null for what a class does not have
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      String renamed = name.equals(method) ? name + "OfTomorrow" : name;
      return super.visitMethod(access, renamed, descriptor, signature, exceptions);
    }
  }
}
