package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

class KafkaConnectionTest {
  @Test
  void shouldHandPrefixAndSecurityToEveryClient() {
    // When
    var kafka =
        of(
            Map.of(
                "kafka.bootstrap.servers", "east:9092",
                "kafka.security.protocol", "SASL_SSL",
                "kafka.consumer.max.poll.records", "7",
                "topics.prefix", "east."));
    // Then
    assertThat(kafka.topics().alerts()).isEqualTo("east.alerts");
    assertThat(kafka.named("marsad")).isEqualTo("east.marsad");
    assertThat(kafka.bootstrapServers()).isEqualTo("east:9092");
    for (var client :
        List.of(
            kafka.client(), kafka.admin(), kafka.streams(), kafka.consumer(), kafka.producer())) {
      assertThat(client)
          .containsEntry("bootstrap.servers", "east:9092")
          .containsEntry("security.protocol", "SASL_SSL");
    }
    assertThat(kafka.consumer()).containsEntry("max.poll.records", "7");
    assertThat(kafka.producer()).doesNotContainKey("max.poll.records");
  }

  @Test
  void shouldLetWhatAMethodRestsOnWin() {
    // Given
    var kafka = of(Map.of("kafka.bootstrap.servers", "here:1", "kafka.acks", "0"));
    // Then
    assertThat(kafka.producer(Map.of("acks", "all"))).containsEntry("acks", "all");
  }

  @Test
  void shouldRefuseAPrefixThatNoTopicCanHaveAndAMissingBroker() {
    assertThatThrownBy(() -> of(Map.of("topics.prefix", "east/")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("topics.prefix: ")
        .hasMessageContaining("east/")
        .hasMessageContaining("kafka.bootstrap.servers: absent (expected: host:port, …)");
  }

  private static KafkaConnection of(Map<String, String> given) {
    return KafkaConnection.of(Settings.of(KafkaConnection.define(new ConfigDef()), given));
  }
}
