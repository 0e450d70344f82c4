package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.schemas.TopicReader;
import org.marsad.standalone.Sample;
import org.marsad.standalone.Standalone;
import picocli.CommandLine;

/** All of Marsad under a prefix: nothing of it is to be found outside. */
class PrefixIT {
  private static final String PREFIX = "east.";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path data;

  @Test
  void shouldKeepAllTopicsAndGroupsUnderThePrefix() throws Exception {
    // Given
    var up = new UpCommand();
    new CommandLine(up)
        .parseArgs(
            "--data=" + data, "--port=0", "--broker-port=0", "--set=topics.prefix=" + PREFIX);
    try (var marsad = Standalone.start(up.options())) {
      // When an exercise is reported, judged and told, and a person uses the command line
      for (var report : Sample.exercise(Gazetteer.bundled()::resolve, Instant.now())) {
        assertThat(marsad.publisher().publish(report).get()).isInstanceOf(Fate.Published.class);
      }
      await().atMost(PATIENCE).until(() -> !alerts(marsad).isEmpty() && marsad.isDrained());
      var mute = run(marsad, List.of("mute", "--area=aleppo", "--for=1h", "--reason=storm"));
      // Then the command has reached the same topics
      assertThat(mute.errors()).isEmpty();
      assertThat(run(marsad, List.of("mutes")).out()).contains("storm", "STANDING");
      assertThat(run(marsad, List.of("deliveries", alerts(marsad).get(0))).out())
          .contains("operations-terminal  terminal  told ALERT 1");
      // and nothing lies beside them
      try (var admin = Admin.create(marsad.kafka().admin())) {
        assertThat(new TreeSet<>(admin.listTopics().names().get()))
            .contains("east.alerts", "east.mutes")
            .allMatch(name -> name.startsWith(PREFIX));
        assertThat(
                admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toSet()))
            .contains("east.marsad", "east.marsad-fanout")
            .allMatch(name -> name.startsWith(PREFIX));
      }
    }
  }

  private static List<String> alerts(Standalone marsad) {
    return TopicReader.readAll(marsad.kafka().consumer(), PREFIX + "alerts").stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  private Run run(Standalone marsad, List<String> arguments) {
    return new Asking(marsad, data).run(arguments.toArray(String[]::new));
  }
}
