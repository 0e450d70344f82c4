package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class KafkaOptionsTest {
  @TempDir private Path folder;

  @Command
  private static final class Client implements Runnable {
    @Mixin private KafkaOptions options = new KafkaOptions();

    @Override
    public void run() {}
  }

  @Test
  void shouldLetOptionsWinOverTheEnvironmentAndThatOverTheFile() throws Exception {
    // Given
    var file =
        Files.writeString(
            folder.resolve("client.properties"),
            """
            kafka.bootstrap.servers=file:1
            topics.prefix=file.
            kafka.acks=0
            kafka.sasl.jaas.config=hunter2
            """);
    var environment = Map.of("MARSAD_KAFKA_BOOTSTRAP_SERVERS", "environment:1");
    // When
    var kafka =
        options("--config", file.toString(), "--topic-prefix=given.", "--kafka", "acks=1")
            .connection(environment);
    // Then
    assertThat(kafka.topics().alerts()).isEqualTo("given.alerts");
    assertThat(kafka.producer())
        .containsEntry("bootstrap.servers", "environment:1")
        .containsEntry("acks", "1")
        .containsEntry("sasl.jaas.config", "hunter2");
  }

  @Test
  void shouldKnowWhetherAnythingIsSaid() {
    assertThat(options().areGiven(Map.of("MARSAD_HTTP_PORT", "1"))).isFalse();
    assertThat(options().areGiven(Map.of("MARSAD_TOPICS_PREFIX", "x."))).isTrue();
    assertThat(options("--bootstrap-servers=here:1").areGiven(Map.of())).isTrue();
  }

  @Test
  void shouldAskForABrokerWhereOnlyAPrefixIsNamed() {
    assertThatThrownBy(() -> options("--topic-prefix=x.").connection(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("kafka.bootstrap.servers: absent (expected: host:port, …)");
  }

  private static KafkaOptions options(String... arguments) {
    var client = new Client();
    new CommandLine(client).parseArgs(arguments);
    return client.options;
  }
}
