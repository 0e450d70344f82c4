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
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.standalone.broker.EmbeddedBroker;

/** Mutes from the command line into the log, and out of it. */
class MuteIT {
  private static final Topics TOPICS = new Topics("");

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(folder, 0);
    TopicsMain.run(
        new String[] {"topics.partitions=2"},
        Map.of("MARSAD_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
    AreasLoader.load(KafkaConnection.to(broker.bootstrapServers()), Gazetteer.bundled().areas());
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
            "mute",
            "--area",
            "aleppo",
            "--neighbourhood",
            "aleppo/al-fardous",
            "--subject",
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
    var mute = mutes().get(0);
    var id = mute.getMuteId();
    var lifted = marsad("mutes", "--lift", id, "--by", "shift leader");
    // Then
    assertThat(set.errors()).isEmpty();
    assertThat(set.out())
        .startsWith(
            "marsad: muted: %s: aleppo/al-fardous, WAVE, even extreme, subscriber crew-1, until "
                .formatted(id))
        .endsWith(", by duty officer: all crews are there%n".formatted());
    assertThat(mute.getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(mute.getSubject()).isEqualTo(SubjectKind.WAVE);
    assertThat(Duration.between(mute.getSetAt(), mute.getExpiresAt())).hasHours(2);
    assertThat(lifted.status()).isZero();
    assertThat(mutes()).hasSize(2).last().satisfies(MuteIT::assertLifted);
    assertThat(marsad("mutes", "--area", "aleppo").out())
        .contains("LIFTED")
        .contains("; lifted by shift leader")
        .doesNotContain("STANDING");
    assertThat(marsad("mutes", "--area", "homs").out()).isEmpty();
    // and it cannot be lifted twice
    assertFault(
        "muteId: %s (expected: the id of a mute that stands)".formatted(id),
        "mutes",
        "--lift",
        id,
        "--by",
        "x");
  }

  @Test
  void shouldRefuseWhatWouldMuteNothingOrTooMuch() {
    var before = mutes().size();
    assertFault(
        "area: alepo (expected: the code of a known area; did you mean Aleppo (aleppo)",
        mute("alepo", "PT1H"));
    assertFault("length: PT0S (expected: more than PT0S, at most PT168H)", mute("homs", "PT0S"));
    assertFault("length: PT168H0.001S", mute("homs", "PT168H0.001S"));
    assertFault("--for", mute("homs", "two hours"));
    assertFault(
        "neighbourhood: fardous (expected: the code of one of aleppo; did you mean ",
        with(mute("aleppo", "PT1H"), "--neighbourhood", "fardous"));
    assertFault("--by", "mutes", "--lift", "1234");
    assertThat(mutes()).hasSize(before);
  }

  private static void assertLifted(Mute mute) {
    assertThat(mute.getLiftedBy()).isEqualTo("shift leader");
    assertThat(mute.getLiftedAt()).isAfterOrEqualTo(mute.getSetAt());
  }

  private static void assertFault(String fault, String... command) {
    var refused = marsad(command);
    assertThat(refused.status()).as(fault).isEqualTo(2);
    assertThat(refused.errors()).contains(fault);
    assertThat(refused.errors().lines()).hasSize(1);
    assertThat(refused.out()).isEmpty();
  }

  private static String[] mute(String area, String length) {
    return new String[] {"mute", "--area", area, "--for", length, "--by", "x", "--reason", "y"};
  }

  private static String[] with(String[] command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static Run marsad(String... command) {
    return Run.of(List.of(with(command, "--bootstrap-servers", broker.bootstrapServers())));
  }

  private static List<Mute> mutes() {
    var codec = MessageCodec.of(Mute.class);
    return TopicReader.readAll(kafka(), TOPICS.mutes()).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
