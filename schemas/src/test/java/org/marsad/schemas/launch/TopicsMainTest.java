package org.marsad.schemas.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsMainTest {
  private static final String[] NO_ARGUMENTS = {};

  @Test
  void shouldFailWhenNoBrokerAnswers() {
    // Given
    var environment =
        Map.of(
            "MARSAD_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
            "MARSAD_KAFKA_ADMIN_DEFAULT_API_TIMEOUT_MS", "300",
            "MARSAD_KAFKA_ADMIN_REQUEST_TIMEOUT_MS", "200");
    // When, then
    assertThat(TopicsMain.run(NO_ARGUMENTS, environment)).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhenNoBrokerIsNamed() {
    assertThat(TopicsMain.run(NO_ARGUMENTS, Map.of())).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhenAPartitionCountIsUnusable() {
    // Given
    var arguments = new String[] {"kafka.bootstrap.servers=127.0.0.1:1", "topics.partitions=0"};
    // When, then
    assertThat(TopicsMain.run(arguments, Map.of())).isEqualTo(2);
  }
}
