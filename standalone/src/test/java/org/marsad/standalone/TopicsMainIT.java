package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.standalone.broker.EmbeddedBroker;

class TopicsMainIT {
  @TempDir private Path directory;

  @Test
  void shouldCreateWhatIsMissingAndLeaveTheRestWhenRunTwice() throws Exception {
    try (var broker = EmbeddedBroker.start(directory, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // Given
      var environment = Map.of("MARSAD_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
      var topics = new Topics("t-");
      // When
      var first =
          TopicsMain.run(new String[] {"topics.prefix=t-", "topics.partitions=2"}, environment);
      var second =
          TopicsMain.run(new String[] {"topics.prefix=t-", "topics.partitions=5"}, environment);
      // Then
      assertThat(first).isZero();
      assertThat(second).isZero();
      var names = topics.declarations(1, (short) 1).stream().map(topic -> topic.name()).toList();
      var created = admin.describeTopics(names).allTopicNames().get();
      assertThat(created).hasSize(17);
      assertThat(created.values()).allMatch(topic -> topic.partitions().size() == 2);
    }
  }
}
