package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.Topics;
import org.marsad.standalone.broker.EmbeddedBroker;

class EmbeddedBrokerIT {
  @TempDir private Path directory;

  @Test
  void shouldKeepItsTopicsOverARestart() throws Exception {
    // Given
    var topics = new Topics("t-");
    try (var broker = EmbeddedBroker.start(directory, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      topics.create(admin, 3, (short) 1);
      topics.create(admin, 3, (short) 1);
    }
    // When
    try (var broker = EmbeddedBroker.start(directory, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // Then
      assertThat(admin.listTopics().names().get()).contains("t-reports", "t-alerts");
    }
  }

  @Test
  void shouldLayOutLittleBeforeThereIsAnythingToKeep() throws Exception {
    // Given
    var topics = new Topics("t-");
    try (var broker = EmbeddedBroker.start(directory, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // When
      topics.create(admin, 4, (short) 1);
      // Then one index of Kafka's own size would be more
      assertThat(lengths()).isLessThan(10 * 1024 * 1024);
    }
  }

  private long lengths() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
