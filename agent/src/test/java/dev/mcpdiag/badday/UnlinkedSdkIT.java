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
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SDK of a version to come, which lacks a method that an adapter calls. */
class UnlinkedSdkIT {
  @Test
  void oneHookIsOffAndTheOthersWork() throws IOException {
    Ended ended = runOn("io/modelcontextprotocol/client/transport/ServerParameters", "getCommand");

    assertEquals(
        List.of(
            "MCP SDK 2.1.0 has no io.modelcontextprotocol.client.transport.ServerParameters"
                + ".getCommand()Ljava/lang/String; (CommandAdapter): what needs it stays off,"
                + " everything else works; use an SDK that was tested, 0.10.0 to 2.2.0"),
        ended.complaints());
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

  @ParameterizedTest
  @CsvSource({
    "sendRequest, streamable, McpClientSession, request, requests of clients",
    "handleException, streamable, LifecycleInitializer, hidden, errors that the SDK keeps to itself",
    "sendMessage, streamable, HttpClientStreamableHttpTransport, address, addresses of servers",
    "lambda$startInboundProcessing$*, stdio, StdioClientTransport, 'line, parsed and readerEnded',"
        + " 'lines on stdout that are not messages and that a stdio server is not read any more'"
  })
  void aMethodWithAnotherNameIsNamedWithWhatIsNotSeen(
      String method, String transport, String type, String hooks, String words) throws IOException {
    String classpath = withAnotherName(method);
    try (Ports ports = new Ports()) {
      String where =
          transport.equals("stdio") ? "command=no-such-program" : "url=" + ports.refusing();
      Outing outing =
          new Outing(
              Outing.errand(
                  "id=x", "transport=" + transport, "initTimeout=2000", where, "op=init"));
      Ended ended =
          outing.classpath(classpath).variable("OTEL_SDK_DISABLED", "true").agent("").run();
      List<String> named =
          ended.complaints().stream().filter(line -> line.contains("(" + type + ", ")).toList();
      assertEquals(1, named.size(), ended::stderr);
      String start = "MCP SDK 2.1.0 has no place for " + hooks + ", so " + words;
      assertTrue(named.get(0).startsWith(start + " may not be seen ("), ended::stderr);
    }
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
    return withCopy(
        method,
        (file, bytes) ->
            file.equals(className + ".class")
                ? renamed(bytes, (owner, name) -> owner.equals(className) && name.equals(method))
                : bytes);
  }

  /** The same with callers and all: an SDK that works, of a version to come. */
  private static String withAnotherName(String method) throws IOException {
    Pattern name = Pattern.compile(method.replace("$", "\\$").replace("*", ".*"));
    return withCopy(
        method,
        (file, bytes) ->
            renamed(
                bytes,
                (owner, called) ->
                    owner.startsWith("io/modelcontextprotocol/")
                        && name.matcher(called).matches()));
  }

  private static String withCopy(String name, BiFunction<String, byte[], byte[]> change)
      throws IOException {
    StringBuilder classpath = new StringBuilder();
    for (String entry : SdkClasspath.of(Outing.SDK).split(File.pathSeparator, -1)) {
      String used = entry;
      if (entry.contains("mcp-core")) {
        String folder = name.replaceAll("[^A-Za-z]", "");
        Path copy =
            LabSettings.target().resolve("badday").resolve(folder).resolve("mcp-core-2.1.0.jar");
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of(entry), copy, StandardCopyOption.REPLACE_EXISTING);
        change(copy, change);
        used = copy.toString();
      }
      classpath.append(classpath.length() == 0 ? "" : File.pathSeparator).append(used);
    }
    return classpath.toString();
  }

  private static void change(Path jar, BiFunction<String, byte[], byte[]> change)
      throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        Stream<Path> walked = Files.walk(files.getPath("io"))) {
      for (Path file : walked.filter(path -> path.toString().endsWith(".class")).toList()) {
        byte[] before = Files.readAllBytes(file);
        byte[] after = change.apply(file.toString().replaceFirst("^/", ""), before);
        if (after != before) {
          Files.write(file, after);
        }
      }
    }
  }

  /** With another name for methods, where they are declared and where they are called. */
  private static byte[] renamed(byte[] bytes, BiPredicate<String, String> isMeant) {
    ClassWriter writer = new ClassWriter(0);
    Remapper names =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String mapMethodName(String owner, String name, String descriptor) {
            return isMeant.test(owner, name) ? "tomorrow_" + name : name;
          }
        };
    new ClassReader(bytes).accept(new ClassRemapper(writer, names), 0);
    return writer.toByteArray();
  }
}
