package org.marsad.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.footprint.Webhook.Subscriber;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersSource;

class WebhookTest {
  @TempDir private Path folder;

  @Test
  void shouldWriteAFileOfSubscribersAsTheFanoutReadsIt() throws Exception {
    // Given
    var wanted = List.of(new Subscriber("OPS", "\"*\""), new Subscriber("RESCUE", "town-000"));
    try (var webhook = new Webhook()) {
      // When
      var file = webhook.subscribers(folder, wanted);
      // Then
      var read = SubscribersSource.of(file, () -> Known.of(BacklogAreas.all())).current();
      assertThat(read)
          .extracting(subscriber -> subscriber.role())
          .containsExactly(Role.OPS, Role.RESCUE);
      assertThat(read).allMatch(subscriber -> subscriber.history());
    }
  }
}
