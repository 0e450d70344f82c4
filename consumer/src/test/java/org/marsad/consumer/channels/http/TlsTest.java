package org.marsad.consumer.channels.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.channels.Answer;

/** The address is pinned, and yet the name is what TLS asks for and verifies. */
class TlsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String PASSWORD = "changeit";

  private final List<String> serverNames = new CopyOnWriteArrayList<>();
  private HttpsServer receiver;
  private SSLContext tls;
  private HttpSender sender;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    tls = contextFor("hook.example", folder.resolve("keys.p12"));
    receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setHttpsConfigurator(new HttpsConfigurator(tls));
    receiver.createContext(
        "/",
        exchange -> {
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          session.getRequestedServerNames().forEach(name -> serverNames.add(name.toString()));
          Receiver.status(exchange, 204);
        });
    receiver.start();
    var guard = new AddressGuard(host -> InetAddress.getAllByName("127.0.0.1"));
    sender = new HttpSender(Clock.systemUTC(), LONG, LONG, guard, tls);
  }

  @AfterEach
  void close() {
    sender.close();
    receiver.stop(0);
  }

  @Test
  void shouldAskForTheNameAndAcceptItsCertificate() {
    assertThat(send(sender, "hook.example")).isEqualTo(new Answer.Accepted());
    assertThat(serverNames).singleElement().asString().contains("hook.example");
  }

  @Test
  void shouldRefuseTheCertificateOfAnotherName() {
    assertThat(send(sender, "other.example")).isEqualTo(new Answer.TryAgain("TLS"));
    assertThat(serverNames).isEmpty();
  }

  @Test
  void shouldRefuseACertificateThatNobodyVouchesFor() throws GeneralSecurityException {
    var guard = new AddressGuard(host -> InetAddress.getAllByName("127.0.0.1"));
    try (var strict =
        new HttpSender(Clock.systemUTC(), LONG, LONG, guard, SSLContext.getDefault())) {
      assertThat(send(strict, "hook.example")).isEqualTo(new Answer.TryAgain("TLS"));
      assertThat(serverNames).isEmpty();
    }
  }

  private Answer send(HttpSender over, String host) {
    var url = URI.create("https://" + host + ":" + receiver.getAddress().getPort() + "/in");
    return over.send(new HttpMessage("POST", url, true).body("text/plain", "x".getBytes(UTF_8)))
        .join();
  }

  /** Made by the JDK's keytool: Java itself signs no certificates. */
  private static SSLContext contextFor(String name, Path keys) throws Exception {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(made.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    return context(keys);
  }

  private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
