package org.marsad.consumer.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.message.Reality;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

class FanoutSettingsTest {
  @Test
  void shouldTellTheDemonstrationsTerminalWhereNoFileIsNamed() throws IOException {
    // Given
    var settings =
        Settings.of(
            FanoutSettings.DEFINITION, Map.of(KafkaConnection.BOOTSTRAP_SERVERS, "here:9092"));
    // When
    var subscribers = FanoutSettings.subscribers(settings, () -> Known.ANYTHING).current();
    // Then
    assertThat(subscribers)
        .singleElement()
        .satisfies(
            ops -> {
              assertThat(ops.role()).isEqualTo(Role.OPS);
              assertThat(ops.coverage().areas()).containsExactly("*");
              assertThat(ops.realities()).contains(Reality.ACTUAL, Reality.EXERCISE);
              assertThat(ops.history()).isTrue();
              assertThat(ops.channels()).containsExactly(new ChannelSettings.Terminal("terminal"));
            });
  }

  @Test
  void shouldRefuseToStartWithoutABroker() {
    assertThatThrownBy(() -> Settings.of(FanoutSettings.DEFINITION, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("kafka.bootstrap.servers: absent (expected: host:port, …)");
  }
}
