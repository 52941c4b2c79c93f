package dev.mcpdiag.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Certificates with and without a fault, made by keytool once per {@code target} directory. */
final class TestKeys {
  static final String PASSWORD = "changeit";

  private final Path store;
  private final Path trusted;

  TestKeys(Path directory) throws IOException {
    store = directory.resolve("keys.p12");
    trusted = directory.resolve("trusted.p12");
    if (!Files.exists(trusted)) {
      Files.createDirectories(directory);
      Files.deleteIfExists(store);
      create();
    }
  }

  private void create() throws IOException {
    generate("authority", "CN=Lab Authority", "-validity", "3650", "-ext", "bc:c");
    generate("good", "CN=localhost", "-validity", "3650", "-ext", here(), "-signer", "authority");
    generate(
        "expired",
        "CN=localhost",
        "-startdate",
        "-10d",
        "-validity",
        "2",
        "-ext",
        here(),
        "-signer",
        "authority");
    generate(
        "elsewhere",
        "CN=elsewhere.example",
        "-validity",
        "3650",
        "-ext",
        "san=dns:elsewhere.example",
        "-signer",
        "authority");
    generate("stranger", "CN=localhost", "-validity", "3650", "-ext", here());
    try (OutputStream file = Files.newOutputStream(trusted)) {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("authority", load().getCertificate("authority"));
      trust.store(file, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write the trust store", e);
    }
  }

  private static String here() {
    return "san=dns:localhost,ip:127.0.0.1";
  }

  private void generate(String alias, String name, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", name));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    try (ChildJvm keytool = ChildJvm.run(command)) {
      if (keytool.await(Duration.ofMinutes(1)) != 0) {
        throw new IOException("keytool failed: " + keytool.stdoutText() + keytool.stderrText());
      }
    }
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    return keys;
  }

  /** JVM options that make a client trust the lab's authority and nobody else. */
  List<String> trustOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + trusted,
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        "-Djavax.net.ssl.trustStoreType=PKCS12");
  }

  /** A TLS server socket that shows the certificate of this alias. */
  SSLServerSocket serverSocket(String alias, boolean needsClientCertificate) throws IOException {
    try {
      KeyStore all = load();
      KeyStore one = KeyStore.getInstance("PKCS12");
      one.load(null, null);
      Certificate[] chain = all.getCertificateChain(alias);
      one.setKeyEntry(
          alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD.toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(all);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      SSLServerSocket socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
      socket.setNeedClientAuth(needsClientCertificate);
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS for " + alias, e);
    }
  }
}
