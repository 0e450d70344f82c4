package org.marsad.standalone.command;

import java.io.IOException;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.KafkaOptions;
import picocli.CommandLine.Mixin;

/** Which Kafka a command talks to: that of the Marsad that runs, unless another is named. */
final class BrokerOption {
  @Mixin private KafkaOptions options = new KafkaOptions();

  /**
   * How to reach it.
   *
   * @throws IOException when none is named and no Marsad is running
   * @throws org.marsad.schemas.settings.SettingsException with every fault of what is named
   */
  KafkaConnection connection() throws IOException {
    var environment = System.getenv();
    return options.areGiven(environment)
        ? options.connection(environment)
        : Home.endpoint().kafka();
  }
}
