package dev.mcpdiag.extensions;

import dev.mcpdiag.api.FailureClassifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar as the author of a classifier builds it: compiled with the API alone, one service file. */
public final class AuthoredJar {
  private static final String SERVICE = "META-INF/services/" + FailureClassifier.class.getName();

  private final Path folder;
  private final List<String> names = new ArrayList<>();
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> services = new ArrayList<>();

  /** Jars and classes go to this folder. */
  public AuthoredJar(Path folder) {
    this.folder = folder;
  }

  /** Adds {@code com.acme.<name>}: the members of a class that implements the interface. */
  public AuthoredJar classifier(String name, String members) {
    return type(name, "implements FailureClassifier { " + members + " }").service(name);
  }

  /** Adds a classifier that does this for every failure. */
  public AuthoredJar classifying(String name, String body) {
    return classifier(
        name, "public Optional<Diagnosis> classify(FailedCall call) { " + body + " }");
  }

  /** Adds a class that the service file does not name. */
  public AuthoredJar type(String name, String rest) {
    String source =
        "package com.acme; import dev.mcpdiag.api.*; import java.util.*; import java.time.*;"
            + " public class "
            + name
            + " "
            + rest;
    names.add(name);
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///com/acme/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        });
    return this;
  }

  /** Names {@code com.acme.<name>} in the service file, whether it is there or not. */
  public AuthoredJar service(String name) {
    services.add("com.acme." + name);
    return this;
  }

  /** Compiles and packs. */
  public Path pack(String jarName) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + jarName));
    compile(classes);
    Path jar = folder.resolve(jarName);
    write(jar, classes);
    return jar;
  }

  /** The same without a class that it was compiled with, as one of the application. */
  public Path packWithout(String jarName, String type) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + jarName));
    compile(classes);
    Files.delete(classes.resolve("com/acme/" + type + ".class"));
    Path jar = folder.resolve(jarName);
    write(jar, classes);
    return jar;
  }

  /** The same, with class files that claim to be of this version. */
  public Path packForClassVersion(String jarName, int major) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + jarName));
    compile(classes);
    for (String name : names) {
      Path file = classes.resolve("com/acme/" + name + ".class");
      byte[] bytes = Files.readAllBytes(file);
      bytes[7] = (byte) major;
      Files.write(file, bytes);
    }
    Path jar = folder.resolve(jarName);
    write(jar, classes);
    return jar;
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String api =
        FailureClassifier.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> options =
        List.of("-nowarn", "-proc:none", "--release", "17", "-cp", api, "-d", classes.toString());
    if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
      throw new IOException("the classifier does not compile: " + messages);
    }
  }

  private void write(Path jar, Path classes) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
      if (!services.isEmpty()) {
        out.putNextEntry(new JarEntry(SERVICE));
        out.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
