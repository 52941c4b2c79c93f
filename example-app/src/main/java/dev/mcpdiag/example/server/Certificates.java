package dev.mcpdiag.example.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key store with a certificate authority and the certificates it signed, made by keytool. */
final class Certificates {
  /** Protects nothing: the keys live as long as one run of the gallery. */
  private static final String PASSWORD = "gallery";

  /**
   * Alias and keytool options of each certificate; the authority, which is itself self-signed,
   * stands first.
   */
  private static final List<List<String>> ROWS =
      List.of(
          List.of(
              "authority", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-ext", "bc:c"),
          List.of(
              "expired",
              "-dname",
              "CN=localhost",
              "-ext",
              "san=dns:localhost",
              "-signer",
              "authority",
              "-startdate",
              "2020/01/01 00:00:00"),
          List.of(
              "wrong-host",
              "-dname",
              "CN=other.example",
              "-ext",
              "san=dns:other.example",
              "-signer",
              "authority"));

  private final KeyStore keys;

  private Certificates(KeyStore keys) {
    this.keys = keys;
  }

  static Certificates make(Path store) throws Exception {
    for (List<String> row : ROWS) {
      keytool(store, row);
    }
    return new Certificates(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
  }

  /** A server's context that shows this certificate and no other. */
  SSLContext context(String alias) throws GeneralSecurityException, IOException {
    char[] password = PASSWORD.toCharArray();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, password);
    one.setKeyEntry(alias, keys.getKey(alias, password), password, keys.getCertificateChain(alias));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A client's context that trusts the authority of this store and nobody else. */
  static SSLContext trust(Path store) throws GeneralSecurityException, IOException {
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", made.getCertificate("authority"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static void keytool(Path store, List<String> row)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-validity", "30", "-alias"));
    command.addAll(row);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (process.waitFor() != 0) {
      throw new IOException("keytool could not make a certificate: " + output);
    }
  }
}
