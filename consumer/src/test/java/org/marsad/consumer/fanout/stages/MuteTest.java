package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Facts.byReport;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.SiteKind;
import org.marsad.message.SubjectKind;

/** Which alerts a mute covers, and what breaks it. */
class MuteTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel phone = FakeChannel.appending();
  private final FakeChannel page = new FakeChannel();
  private final Fanout fanout =
      stage.fanout(Team.named("a").over(phone), Team.named("b").over(page));
  private final Growing strike = Growing.strike("s1");

  @Test
  void shouldHideWhatItCoversEverywhereAndRecordWhichMuteDidIt() {
    // Given
    fanout.take(mute().build());
    // When
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(phone.received).isEmpty();
    assertThat(page.received).isEmpty();
    assertThat(stage.outcomes()).containsExactly("1 SUPPRESSED MUTED:m1", "1 SUPPRESSED MUTED:m1");
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldHoldFromItsBeginningUntilItExpires() {
    // Given
    fanout.take(mute().setSetAt(SENT.plusSeconds(1)).build());
    // When
    stage.publish(fanout, Growing.strike("before").loud());
    stage.pass(Duration.ofSeconds(1));
    stage.publish(fanout, Growing.strike("at-its-beginning").loud());
    stage.pass(HOUR.minusSeconds(1).minusMillis(1));
    stage.publish(fanout, Growing.strike("last-moment").loud());
    stage.pass(Duration.ofMillis(1));
    stage.publish(fanout, Growing.strike("at-its-end").loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:before 1", "strike:at-its-end 1");
  }

  @Test
  void shouldNotHoldOnceItIsLifted() {
    // Given
    fanout.take(mute().build());
    fanout.take(mute().setLiftedBy("duty officer").setLiftedAt(SENT).build());
    // When
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(phone.received).hasSize(1);
  }

  @Test
  void shouldCoverOnlyWhatItNames() {
    assertThat(mutes(mute -> mute.setArea("homs"))).isFalse();
    assertThat(mutes(mute -> mute.setSubject(SubjectKind.STRIKE))).isTrue();
    assertThat(mutes(mute -> mute.setSubject(SubjectKind.WAVE))).isFalse();
    assertThat(mutes(mute -> mute.setSubscriber("a"))).isTrue();
    assertThat(mutes(mute -> mute.setSubscriber("b"))).isFalse();
    assertThat(mutes(mute -> mute.setNeighbourhood("aleppo/al-fardous"))).isTrue();
    assertThat(mutes(mute -> mute.setNeighbourhood("aleppo/salah"))).isFalse();
    assertThat(mutes(mute -> mute.setReality(Reality.EXERCISE))).isFalse();
  }

  /** An alert about two neighbourhoods is news of the other one; one about none may be of any. */
  @Test
  void shouldNotCoverWhatIsAlsoAboutAnotherPlace() {
    // Given
    fanout.take(mute().setNeighbourhood("aleppo/al-fardous").build());
    // When
    var both = List.of("aleppo/al-fardous", "aleppo/salah");
    stage.publish(
        fanout, Growing.strike("both").with(alert -> alert.setNeighbourhoods(both)).loud());
    stage.publish(
        fanout, Growing.strike("none").with(alert -> alert.setNeighbourhoods(List.of())).loud());
    stage.publish(
        fanout, Growing.strike("cut").with(alert -> alert.setNeighbourhoodsInAll(2)).loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:both 1", "strike:none 1", "strike:cut 1");
  }

  @Test
  void shouldCoverWhatIsOrMayBeExtremeOnlyWhenItSaysSo() {
    // Given
    fanout.take(mute().build());
    stage.publish(fanout, severity("extreme", Severity.EXTREME).loud());
    stage.publish(fanout, severity("unknown", Severity.UNKNOWN).loud());
    assertThat(phone.received).hasSize(2);
    // When
    fanout.take(mute().setMuteId("m2").setExtreme(true).build());
    stage.publish(fanout, severity("other", Severity.EXTREME).loud());
    // Then
    assertThat(phone.received).hasSize(2);
  }

  @Test
  void shouldBeBrokenByASecondStrikeThatIsLikelyEvenWhereItCoversExtremeOnes() {
    // Given
    fanout.take(mute().setExtreme(true).build());
    // When
    stage.publish(fanout, repeat().build());
    // Then
    assertThat(phone.revisions()).containsExactly(1);
  }

  @Test
  void shouldNotBeBrokenByASecondStrikeThatIsMerelyPossible() {
    // Given
    fanout.take(mute().build());
    // When
    var maybe = repeat().setFindings(List.of(Facts.repeat(Certainty.POSSIBLE)));
    stage.publish(fanout, maybe.setSeverity(Severity.MODERATE).build());
    // Then
    assertThat(phone.received).isEmpty();
  }

  @Test
  void shouldBeBrokenByTheFirstThatIsToldOfAProtectedSite() {
    // Given
    fanout.take(mute().setExtreme(true).build());
    // When
    stage.publish(fanout, protectedSite(byReport(SiteKind.HOSPITAL)).build());
    // Then
    assertThat(phone.received).hasSize(1);
  }

  @Test
  void shouldBeBrokenWhenTheSeverityRisesAboveThatAtWhichItWasMuted() {
    // Given
    fanout.take(mute().setExtreme(true).build());
    strike.with(alert -> alert.setSeverity(Severity.MODERATE));
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.loud());
    assertThat(phone.received).isEmpty();
    // When
    stage.publish(fanout, strike.with(alert -> alert.setSeverity(Severity.SEVERE)).loud());
    stage.pass(Duration.ofSeconds(1));
    stage.publish(fanout, strike.loud());
    // Then it stays broken for this alert
    assertThat(phone.revisions()).containsExactly(3, 4);
  }

  @Test
  void shouldKnowAfterARestartAtWhichSeverityItMuted() {
    // Given
    fanout.take(mute().build());
    strike.with(alert -> alert.setSeverity(Severity.MODERATE));
    stage.publish(fanout, strike.loud());
    // When
    var restarted = stage.fanout(Team.named("a").over(phone));
    restarted.take(mute().build());
    List.copyOf(stage.recorded()).forEach(restarted::remember);
    stage.publish(restarted, strike.loud());
    stage.publish(restarted, strike.with(alert -> alert.setSeverity(Severity.SEVERE)).loud());
    // Then
    assertThat(phone.revisions()).containsExactly(3);
  }

  @Test
  void shouldMuteUpdatesButNeverTheWithdrawalOfWhatWasTold() {
    // Given
    stage.publish(fanout, strike.loud());
    stage.pass(Duration.ofSeconds(1));
    fanout.take(mute().setSetAt(SENT.plusSeconds(1)).setExtreme(true).build());
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.cancel(CancelReason.WITHDRAWN, SENT));
    // Then
    assertThat(phone.revisions()).containsExactly(1, 3);
    assertThat(page.revisions()).containsExactly(1, 3);
  }

  @Test
  void shouldNotWithdrawWhatWasMutedAllAlong() {
    // Given
    fanout.take(mute().build());
    stage.publish(fanout, strike.loud());
    // When
    stage.publish(fanout, strike.cancel(CancelReason.WITHDRAWN, SENT));
    // Then
    assertThat(phone.received).isEmpty();
    assertThat(stage.committable()).isEqualTo(2);
  }

  /** Whether a mute like this keeps a strike from subscriber {@code a}. */
  private static boolean mutes(Consumer<Mute.Builder> change) {
    var stage = new Stage(SENT);
    var channel = FakeChannel.appending();
    var fanout = stage.fanout(Team.named("a").over(channel));
    var mute = mute();
    change.accept(mute);
    fanout.take(mute.build());
    stage.publish(fanout, Growing.strike("s1").loud());
    return channel.received.isEmpty();
  }

  private static Growing severity(String id, Severity severity) {
    return Growing.strike(id).with(alert -> alert.setSeverity(severity));
  }

  static Mute.Builder mute() {
    return Mute.newBuilder()
        .setMuteId("m1")
        .setReality(Reality.ACTUAL)
        .setArea("aleppo")
        .setSetBy("duty officer")
        .setReason("the crews are on the spot")
        .setSetAt(SENT)
        .setExpiresAt(SENT.plus(HOUR));
  }
}
