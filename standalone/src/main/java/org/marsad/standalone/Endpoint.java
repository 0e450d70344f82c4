package org.marsad.standalone;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;

/**
 * Where a running Marsad can be reached; written by {@code up} and {@code demo} so that the other
 * commands find it, and gone when it stops.
 *
 * @param url of page and intake
 * @param bootstrapServers of the broker
 * @param topicsPrefix put before the name of each topic, may be empty
 * @param operatorToken file with the token by which the local operator reports
 * @param operationsToken file with the token by which the commands use the API
 */
public record Endpoint(
    String url,
    String bootstrapServers,
    String topicsPrefix,
    Path operatorToken,
    Path operationsToken) {
  private static final String FILE = "endpoint.properties";
  private static final String URL = "url";
  private static final String BOOTSTRAP = "bootstrap.servers";
  private static final String PREFIX = "topics.prefix";
  private static final String TOKEN = "operator.token.file";
  private static final String OPERATIONS_TOKEN = "operations.token.file";
  private static final int PATIENCE_MS = 2_000;

  public Endpoint {
    operatorToken = operatorToken.toAbsolutePath();
    operationsToken = operationsToken.toAbsolutePath();
  }

  /**
   * Leaves word in a folder, unless another Marsad has left word there and still answers. Word of
   * this very address is what a killed one left.
   *
   * @return the other one, where there is one: the commands go on reaching that
   */
  public Optional<Endpoint> announce(Path folder) throws IOException {
    var other = read(folder).filter(left -> !left.url.equals(url)).filter(Endpoint::answers);
    if (other.isEmpty()) {
      write(folder);
    }
    return other;
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var properties = new Properties();
    properties.setProperty(URL, url);
    properties.setProperty(BOOTSTRAP, bootstrapServers);
    properties.setProperty(PREFIX, topicsPrefix);
    properties.setProperty(TOKEN, operatorToken.toString());
    properties.setProperty(OPERATIONS_TOKEN, operationsToken.toString());
    var text = new StringWriter();
    properties.store(text, null);
    Files.writeString(folder.resolve(FILE), text.toString(), StandardCharsets.UTF_8);
  }

  /** How clients reach its Kafka. */
  public KafkaConnection kafka() {
    return KafkaConnection.to(bootstrapServers, topicsPrefix);
  }

  /** Takes its own word back; another's stays. */
  public void withdraw(Path folder) throws IOException {
    if (read(folder).filter(this::equals).isPresent()) {
      Files.deleteIfExists(folder.resolve(FILE));
    }
  }

  /** Whether somebody listens there. */
  public boolean answers() {
    var address = URI.create(url);
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The Marsad that runs, empty where none left word. */
  public static Optional<Endpoint> read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var properties = Settings.fromFile(file);
    return Optional.of(
        new Endpoint(
            properties.getOrDefault(URL, ""),
            properties.getOrDefault(BOOTSTRAP, ""),
            properties.getOrDefault(PREFIX, ""),
            Path.of(properties.getOrDefault(TOKEN, "")),
            Path.of(properties.getOrDefault(OPERATIONS_TOKEN, ""))));
  }
}
