package org.marsad.standalone.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker that lets in who knows a password (SASL/SCRAM), and the test without one. */
public final class SecuredBroker implements AutoCloseable {
  private static final String USER = "marsad";
  private static final String PASSWORD = "open \"sesame\"";
  private static final String LISTENER = "SASL_PLAINTEXT";

  private final EmbeddedBroker broker;
  private final String secured;

  private SecuredBroker(EmbeddedBroker broker, String secured) {
    this.broker = broker;
    this.secured = secured;
  }

  /** Starts one with a user. */
  public static SecuredBroker start(Path directory)
      throws IOException, InterruptedException, ExecutionException {
    var address = "127.0.0.1:" + FreePort.find();
    var broker = EmbeddedBroker.start(directory, 0, properties -> secure(properties, address));
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .alterUserScramCredentials(
              List.<UserScramCredentialAlteration>of(
                  new UserScramCredentialUpsertion(
                      USER,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096),
                      PASSWORD)))
          .all()
          .get();
    }
    return new SecuredBroker(broker, address);
  }

  private static void secure(Properties properties, String address) {
    add(properties, "listeners", LISTENER + "://" + address);
    add(properties, "advertised.listeners", LISTENER + "://" + address);
    add(properties, "listener.security.protocol.map", LISTENER + ":" + LISTENER);
    properties.putAll(
        Map.of(
            "sasl.enabled.mechanisms",
            "SCRAM-SHA-512",
            "listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
  }

  private static void add(Properties properties, String key, String value) {
    properties.setProperty(key, properties.getProperty(key) + "," + value);
  }

  /** What a part is told to come in, as its environment has it. */
  public Map<String, String> environment() {
    return Map.of(
        "MARSAD_KAFKA_BOOTSTRAP_SERVERS",
        secured,
        "MARSAD_KAFKA_SECURITY_PROTOCOL",
        LISTENER,
        "MARSAD_KAFKA_SASL_MECHANISM",
        "SCRAM-SHA-512",
        "MARSAD_KAFKA_SASL_JAAS_CONFIG",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\""
                .formatted(USER)
            + " password=\"%s\";".formatted(PASSWORD.replace("\"", "\\\"")));
  }

  /** Looks at the broker from inside. */
  public Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @Override
  public void close() {
    broker.close();
  }
}
