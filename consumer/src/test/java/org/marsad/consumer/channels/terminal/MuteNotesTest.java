package org.marsad.consumer.channels.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Patience.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

class MuteNotesTest {
  private static final Instant NOW = Instant.parse("2016-10-11T12:00:00Z");
  private static final String BEGINS =
      " muted 3f9a1c2b: aleppo/al-fardous, WAVE, not extreme, every subscriber, until"
          + " 2016-10-11 13:00:00Z, by duty officer: known to all";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MuteNotes notes =
      new MuteNotes(
          new TerminalAlerts(new PrintStream(out, true, UTF_8), (code, language) -> code, false),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    notes.close();
  }

  @Test
  void shouldSayOnceThatAMuteBeganAndByWhomItWasLifted() {
    var mute = mute(Duration.ofHours(1)).build();
    notes.take(mute);
    notes.take(mute);
    notes.take(Mute.newBuilder(mute).setLiftedBy("shift leader").setLiftedAt(NOW).build());
    awaitLines(
        BEGINS,
        " no longer muted 3f9a1c2b: aleppo/al-fardous, WAVE, not extreme, every subscriber, lifted"
            + " by shift leader");
  }

  @Test
  void shouldSayThatItsTimeIsOver() {
    notes.take(mute(Duration.ofMillis(1)).build());
    await()
        .untilAsserted(
            () ->
                assertThat(lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith(" no longer muted 3f9a1c2b")
                    .endsWith("its time is over"));
  }

  /** After a start the topic brings what is long over. */
  @Test
  void shouldSayNothingOfAMuteThatIsOver() {
    notes.take(mute(Duration.ZERO).build());
    notes.take(mute(Duration.ofHours(1)).setLiftedBy("x").setLiftedAt(NOW).build());
    notes.take(mute(Duration.ofHours(1)).build());
    awaitLines(BEGINS);
  }

  private void awaitLines(String... expected) {
    await().untilAsserted(() -> assertThat(lines()).containsExactly(expected));
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private static Mute.Builder mute(Duration left) {
    return Mute.newBuilder()
        .setMuteId("3f9a1c2b")
        .setReality(Reality.ACTUAL)
        .setArea("aleppo")
        .setNeighbourhood("aleppo/al-fardous")
        .setSubject(SubjectKind.WAVE)
        .setSetBy("duty officer")
        .setReason("known to all")
        .setSetAt(NOW.minusSeconds(60))
        .setExpiresAt(NOW.plus(left));
  }
}
