package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Silence;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.TopicsMain;
import org.marsad.standalone.TopicReader;
import org.marsad.standalone.broker.EmbeddedBroker;

/** Silences from the command line into the log, and out of it. */
class SilenceIT {
  private static final Topics TOPICS = new Topics("");

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(folder, 0);
    TopicsMain.run(
        new String[] {"topics.partitions=2"},
        Map.of("MARSAD_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
    AreasLoader.load(kafka(), TOPICS, Gazetteer.bundled().areas());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldSetListAndLift() {
    // When
    var set =
        marsad(
            "silence",
            "--area",
            "aleppo",
            "--neighbourhood",
            "aleppo/al-fardous",
            "--rule",
            "WAVE",
            "--subscriber",
            "crew-1",
            "--extreme",
            "--by",
            "duty officer",
            "--reason",
            "all crews are there",
            "--for",
            "PT2H");
    var silence = silences().get(0);
    var id = silence.getSilenceId();
    var lifted = marsad("silences", "--lift", id, "--by", "shift leader");
    // Then
    assertThat(set.errors()).isEmpty();
    assertThat(set.out())
        .startsWith(
            "marsad: silenced: %s: aleppo/al-fardous, WAVE, even extreme, subscriber crew-1, until "
                .formatted(id))
        .endsWith(", by duty officer: all crews are there%n".formatted());
    assertThat(silence.getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(silence.getRule()).isEqualTo(Rule.WAVE);
    assertThat(Duration.between(silence.getSetAt(), silence.getExpiresAt())).hasHours(2);
    assertThat(lifted.status()).isZero();
    assertThat(silences()).hasSize(2).last().satisfies(SilenceIT::assertLifted);
    assertThat(marsad("silences", "--area", "aleppo").out())
        .contains("LIFTED")
        .contains("; lifted by shift leader")
        .doesNotContain("STANDING");
    assertThat(marsad("silences", "--area", "homs").out()).isEmpty();
    // and it cannot be lifted twice
    assertFault(
        "--lift: %s (expected: the id of a silence that stands)".formatted(id),
        "silences",
        "--lift",
        id,
        "--by",
        "x");
  }

  @Test
  void shouldRefuseWhatWouldSilenceNothingOrTooMuch() {
    var before = silences().size();
    assertFault("--area: alepo (expected: the code of a known area)", silence("alepo", "PT1H"));
    assertFault("--for: PT0S (expected: more than PT0S, at most PT168H)", silence("homs", "PT0S"));
    assertFault("--for: PT168H0.001S", silence("homs", "PT168H0.001S"));
    assertFault("--for", silence("homs", "two hours"));
    assertFault(
        "--neighbourhood: fardous (expected: the code of one of aleppo)",
        with(silence("aleppo", "PT1H"), "--neighbourhood", "fardous"));
    assertFault("--by", "silences", "--lift", "1234");
    assertThat(silences()).hasSize(before);
  }

  private static void assertLifted(Silence silence) {
    assertThat(silence.getLiftedBy()).isEqualTo("shift leader");
    assertThat(silence.getLiftedAt()).isAfterOrEqualTo(silence.getSetAt());
  }

  private static void assertFault(String fault, String... command) {
    var refused = marsad(command);
    assertThat(refused.status()).as(fault).isEqualTo(2);
    assertThat(refused.errors()).contains(fault);
    assertThat(refused.errors().lines()).hasSize(1);
    assertThat(refused.out()).isEmpty();
  }

  private static String[] silence(String area, String length) {
    return new String[] {"silence", "--area", area, "--for", length, "--by", "x", "--reason", "y"};
  }

  private static String[] with(String[] command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static Run marsad(String... command) {
    return Run.of(List.of(with(command, "--bootstrap-servers", broker.bootstrapServers())));
  }

  private static List<Silence> silences() {
    var codec = MessageCodec.of(Silence.class);
    return TopicReader.readAll(kafka(), TOPICS.silences()).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
