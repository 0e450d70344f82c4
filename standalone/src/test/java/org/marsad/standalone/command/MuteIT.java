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
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Standalone;

/** Mutes from the command line into the log, and out of it. */
class MuteIT {
  private static final Topics TOPICS = new Topics("");

  @TempDir private static Path folder;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    marsad = RunningMarsad.start(folder);
  }

  @AfterAll
  static void stop() {
    marsad.close();
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
            "--extreme",
            "--reason",
            "all crews are there",
            "--for",
            "1h60m");
    assertThat(set.errors()).isEmpty();
    var mute = mutes().get(0);
    var id = mute.getMuteId();
    var lifted = marsad("mutes", "--lift", id.substring(0, 6), "--reason", "they are back");
    // Then
    assertThat(set.out())
        .startsWith(
            "marsad: muted: %s: aleppo/al-fardous, WAVE, even extreme, every subscriber, until "
                .formatted(id))
        .endsWith(", by local: all crews are there%n".formatted());
    assertThat(mute.getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(mute.getSubject()).isEqualTo(SubjectKind.WAVE);
    assertThat(Duration.between(mute.getSetAt(), mute.getExpiresAt())).hasHours(2);
    assertThat(lifted.status()).isZero();
    assertThat(mutes()).hasSize(2).last().satisfies(MuteIT::assertLifted);
    assertThat(marsad("mutes", "--area", "aleppo").out())
        .contains("LIFTED")
        .contains("; lifted by local")
        .doesNotContain("STANDING");
    assertThat(marsad("mutes", "--area", "homs").out()).isEmpty();
    // and it cannot be lifted twice
    assertFault(
        "muteId: %s, LIFTED (expected: the id of a mute that stands)".formatted(id),
        "mutes",
        "--lift",
        "latest");
    assertFault("mute: none (expected: the id of one, ", "mutes", "--lift", "none");
  }

  @Test
  void shouldRefuseWhatWouldMuteNothingOrTooMuch() {
    var before = mutes().size();
    assertFault(
        "area: alepo (expected: the code of a known area; did you mean Aleppo (aleppo)",
        mute("alepo", "PT1H"));
    assertFault("length: PT0S (expected: more than PT0S, at most PT168H)", mute("homs", "PT0S"));
    assertFault("length: PT168H1S", mute("homs", "7d1s"));
    assertFault("--for", mute("homs", "two hours"));
    assertFault(
        "neighbourhood: fardous (expected: the code of one of aleppo; did you mean ",
        with(mute("aleppo", "PT1H"), "--neighbourhood", "fardous"));
    assertFault(
        "subscriber: crew-9 (expected: ", with(mute("aleppo", "1h"), "--subscriber", "crew-9"));
    assertFault("--reason", "mutes", "--reason", "no mute is named");
    assertThat(mutes()).hasSize(before);
  }

  private static void assertLifted(Mute mute) {
    assertThat(mute.getLiftedBy()).isEqualTo("local");
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
    return new String[] {"mute", "--area", area, "--for", length, "--reason", "y"};
  }

  private static String[] with(String[] command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static Run marsad(String... command) {
    return new Asking(marsad, folder).run(command);
  }

  private static List<Mute> mutes() {
    var codec = MessageCodec.of(Mute.class);
    return TopicReader.readAll(kafka(), TOPICS.mutes()).stream()
        .map(record -> codec.decode(record.value()))
        .toList();
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", marsad.bootstrapServers());
  }
}
