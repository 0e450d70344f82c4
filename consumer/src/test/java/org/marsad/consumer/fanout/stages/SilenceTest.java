package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.message.MessageType.ALERT;
import static org.marsad.message.MessageType.CANCEL;
import static org.marsad.message.MessageType.UPDATE;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Silence;

/** Which alerts a silence covers, and what breaks it. */
class SilenceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel channel = new FakeChannel();
  private final Fanout fanout = stage.fanout(Team.named("a").over(channel));

  @Test
  void shouldSilenceWhatItCoversAndRecordWhichSilenceDidIt() {
    // Given
    silence(s -> {});
    // When
    stage.publish(fanout, residential().build());
    // Then
    assertThat(channel.received).isEmpty();
    assertThat(stage.outcomes()).containsExactly("1 SUPPRESSED SILENCED:s1");
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldHoldFromItsBeginningUntilItExpires() {
    // Given
    silence(s -> s.setSetAt(SENT.plusSeconds(1)));
    // When
    stage.publish(fanout, alert("before").build());
    stage.pass(Duration.ofSeconds(1));
    stage.publish(fanout, alert("at its beginning").build());
    stage.pass(HOUR.minusSeconds(1).minusMillis(1));
    stage.publish(fanout, alert("last moment").build());
    stage.pass(Duration.ofMillis(1));
    stage.publish(fanout, alert("at its end").build());
    // Then
    assertThat(sent()).containsExactly("before", "at its end");
  }

  @Test
  void shouldNotHoldOnceItIsLifted() {
    // Given
    silence(s -> {});
    silence(s -> s.setLiftedBy("duty officer").setLiftedAt(SENT));
    // When
    stage.publish(fanout, residential().build());
    // Then
    assertThat(channel.received).hasSize(1);
  }

  @Test
  void shouldCoverOnlyWhatItNames() {
    assertThat(silences(s -> s.setArea("homs"))).isFalse();
    assertThat(silences(s -> s.setRule(Rule.RESIDENTIAL_STRIKE))).isTrue();
    assertThat(silences(s -> s.setRule(Rule.WAVE))).isFalse();
    assertThat(silences(s -> s.setSubscriber("a"))).isTrue();
    assertThat(silences(s -> s.setSubscriber("b"))).isFalse();
    assertThat(silences(s -> s.setNeighbourhood("aleppo/al-fardous"))).isTrue();
    assertThat(silences(s -> s.setNeighbourhood("aleppo/salah"))).isFalse();
    assertThat(silences(s -> s.setReality(Reality.EXERCISE))).isFalse();
  }

  /** An alert about two neighbourhoods is news of the other one; one about none may be of any. */
  @Test
  void shouldNotCoverWhatIsAlsoAboutAnotherPlace() {
    // Given
    silence(s -> s.setNeighbourhood("aleppo/al-fardous"));
    // When
    var both = List.of("aleppo/al-fardous", "aleppo/salah");
    stage.publish(fanout, alert("both").setNeighbourhoods(both).build());
    stage.publish(fanout, alert("none").setNeighbourhoods(List.of()).build());
    // Then
    assertThat(sent()).containsExactly("both", "none");
  }

  @Test
  void shouldCoverWhatIsOrMayBeExtremeOnlyWhenItSaysSo() {
    // Given
    silence(s -> {});
    stage.publish(fanout, heaviest().build());
    stage.publish(fanout, alert("unknown").setSeverity(Severity.UNKNOWN).build());
    assertThat(channel.received).hasSize(2);
    // When
    silence(s -> s.setSilenceId("s2").setExtreme(true));
    stage.publish(fanout, heaviest().setAlertId("other").build());
    // Then
    assertThat(channel.received).hasSize(2);
  }

  @Test
  void shouldBeBrokenByARepeatStrikeEvenWhereItCoversExtremeOnes() {
    // Given
    silence(s -> s.setExtreme(true));
    // When
    stage.publish(fanout, repeat().build());
    stage.publish(fanout, revision(repeat(), 2, UPDATE));
    // Then
    assertThat(channel.revisions()).containsExactly(1, 2);
  }

  @Test
  void shouldBeBrokenByTheFirstThatIsToldOfAProtectedSite() {
    // Given one that was told before the silence, and one that was not
    var known = protectedSite().setSeverity(Severity.SEVERE);
    stage.publish(fanout, known.build());
    stage.pass(Duration.ofMillis(1));
    silence(s -> s.setSetAt(SENT.plusMillis(1)).setExtreme(true));
    // When
    stage.publish(fanout, revision(known, 2, UPDATE));
    stage.publish(fanout, protectedSite().setAlertId("first").build());
    // Then
    assertThat(sent()).containsExactly("protected-site-strike:s2", "first");
  }

  @Test
  void shouldBeBrokenWhenTheSeverityRisesAboveThatAtWhichItWasSilenced() {
    // Given
    silence(s -> s.setExtreme(true));
    var moderate = residential().setSeverity(Severity.MODERATE);
    var severe = residential().setSeverity(Severity.SEVERE);
    stage.publish(fanout, moderate.build());
    stage.publish(fanout, revision(moderate, 2, UPDATE));
    assertThat(channel.received).isEmpty();
    // When
    stage.publish(fanout, revision(severe, 3, UPDATE));
    stage.pass(Duration.ofSeconds(1));
    stage.publish(fanout, revision(severe, 4, UPDATE));
    stage.publish(fanout, revision(severe, 5, CANCEL));
    // Then it stays broken for this alert
    assertThat(channel.revisions()).containsExactly(3, 4, 5);
  }

  @Test
  void shouldKnowAfterARestartAtWhichSeverityItSilenced() {
    // Given
    silence(s -> {});
    stage.publish(fanout, residential().setSeverity(Severity.MODERATE).build());
    // When
    var restarted = stage.fanout(Team.named("a").over(channel));
    restarted.take(silence().build());
    List.copyOf(stage.recorded()).forEach(restarted::remember);
    stage.publish(restarted, revision(residential().setSeverity(Severity.MODERATE), 2, UPDATE));
    stage.publish(restarted, revision(residential().setSeverity(Severity.SEVERE), 3, UPDATE));
    // Then
    assertThat(channel.revisions()).containsExactly(3);
  }

  /** As recorded before the severity was. */
  @Test
  void shouldTakeAnUnknownSeverityOfWhatWasToldForALowerOne() {
    // Given
    stage.publish(fanout, residential().build());
    var old = Delivery.newBuilder(stage.recorded().get(0)).setSeverity(null).build();
    stage.pass(Duration.ofSeconds(1));
    var restarted = stage.fanout(Team.named("a").over(channel));
    restarted.take(silence().setSetAt(SENT.plusSeconds(1)).build());
    restarted.remember(old);
    // When
    stage.publish(restarted, revision(residential(), 2, UPDATE));
    // Then
    assertThat(channel.revisions()).containsExactly(1, 2);
  }

  @Test
  void shouldSilenceUpdatesButNeverTheWithdrawalOfWhatWasTold() {
    // Given
    stage.publish(fanout, residential().build());
    stage.pass(Duration.ofSeconds(1));
    silence(s -> s.setSetAt(SENT.plusSeconds(1)).setExtreme(true));
    // When
    stage.publish(fanout, revision(residential(), 2, UPDATE));
    stage.publish(fanout, revision(residential(), 3, CANCEL));
    // Then
    assertThat(channel.revisions()).containsExactly(1, 3);
  }

  @Test
  void shouldNotWithdrawWhatWasSilencedAllAlong() {
    // Given
    silence(s -> {});
    stage.publish(fanout, residential().build());
    // When
    stage.publish(fanout, revision(residential(), 2, CANCEL));
    // Then
    assertThat(channel.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(2);
  }

  /** Whether a silence like this keeps a residential strike from subscriber {@code a}. */
  private static boolean silences(Consumer<Silence.Builder> change) {
    var stage = new Stage(SENT);
    var channel = new FakeChannel();
    var fanout = stage.fanout(Team.named("a").over(channel));
    var silence = silence();
    change.accept(silence);
    fanout.take(silence.build());
    stage.publish(fanout, revision(residential(), 1, ALERT));
    return channel.received.isEmpty();
  }

  private void silence(Consumer<Silence.Builder> change) {
    var silence = silence();
    change.accept(silence);
    fanout.take(silence.build());
  }

  private static Silence.Builder silence() {
    return Silence.newBuilder()
        .setSilenceId("s1")
        .setReality(Reality.ACTUAL)
        .setArea("aleppo")
        .setSetBy("duty officer")
        .setReason("the crews are on their way")
        .setSetAt(SENT)
        .setExpiresAt(SENT.plus(HOUR));
  }

  private static Alert.Builder alert(String id) {
    return residential().setAlertId(id);
  }

  private List<String> sent() {
    return channel.received.stream().map(message -> message.alert().getAlertId()).toList();
  }
}
