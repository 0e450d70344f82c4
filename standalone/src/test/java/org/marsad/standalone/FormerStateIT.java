package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.broker.EmbeddedBroker;

class FormerStateIT {
  @TempDir private Path directory;

  @Test
  void shouldNotStartBesideTheStateOfAnEarlierBuild() throws Exception {
    try (var broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // Given
      new Topics("").create(admin, 1, (short) 1);
      var changelog = new NewTopic("old-record-trees-changelog", Optional.of(1), Optional.empty());
      admin.createTopics(List.of(changelog)).all().get();
      // When
      try (var old = processor(broker, "old");
          var other = processor(broker, "other")) {
        // Then
        assertThatThrownBy(old::start)
            .isInstanceOfSatisfying(
                SettingsException.class,
                refused ->
                    assertThat(refused.faults())
                        .containsExactly(
                            "application.id=old: an earlier build left state in old-record-trees-changelog (expected: none, so an empty folder of data or new topics)"));
        other.start();
      }
    }
  }

  private ProcessorApp processor(EmbeddedBroker broker, String applicationId) {
    return new ProcessorApp(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        applicationId,
        "1",
        directory.resolve(applicationId),
        new Topics(""),
        Rules.DEFAULTS);
  }
}
