package org.marsad.standalone.command;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker a command talks to: that of the Marsad that runs, unless another is named. */
final class BrokerOption {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Broker of another Marsad.")
  private @Nullable String bootstrapServers;

  /**
   * Kafka's own settings.
   *
   * @throws IOException when no Marsad is running
   */
  Map<String, Object> kafka() throws IOException {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers == null ? Home.endpoint().bootstrapServers() : bootstrapServers);
  }
}
