package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.Urgency;

/** A page or a push message that is replaced: it shows every revision and rings for some. */
class InPlaceTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel page = new FakeChannel();
  private final FakeChannel phone = FakeChannel.appending();
  private final Growing strike = Growing.strike("s1");

  @Test
  void shouldGetEveryRevisionAndRingOnlyForThoseThatInterrupt() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(page));
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.same(false));
    // Then
    assertThat(page.revisions()).containsExactly(1, 2, 3, 4);
    assertThat(page.rang()).containsExactly(1, 3);
    assertThat(stage.outcomes())
        .containsExactly(
            "1 DELIVERED null", "2 DELIVERED null", "3 DELIVERED null", "4 DELIVERED null");
    assertThat(stage.committable()).isEqualTo(4);
  }

  /** It shows what is only possible, in silence, and stays silent for the details after it. */
  @Test
  void shouldNotRingThePublicForAPossibleFindingNorForWhatFollowsIt() {
    // Given
    var fanout = stage.fanout(Team.named("p").role(Role.PUBLIC).over(page));
    stage.publish(fanout, strike.loud());
    // When
    strike.with(alert -> alert.setFindings(List.of(Facts.repeat(Certainty.POSSIBLE))));
    stage.publish(fanout, strike.changed(Change.REPEAT_STRIKE));
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(page.revisions()).containsExactly(1, 2, 3);
    assertThat(page.rang()).containsExactly(1);
  }

  @Test
  void shouldRingForTheFirstThatReachesIt() {
    // Given
    var fanout = stage.fanout(Team.named("a").neighbourhoods("aleppo/al-fardous").over(page));
    strike.with(alert -> alert.setNeighbourhoods(List.of("aleppo/salah")));
    stage.publish(fanout, strike.loud());
    // When
    strike.with(alert -> alert.setNeighbourhoods(List.of("aleppo/al-fardous")));
    stage.publish(fanout, strike.quiet());
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(page.revisions()).containsExactly(2, 3);
    assertThat(page.rang()).containsExactly(2);
  }

  @Test
  void shouldRingForTheRevisionThatOvertookOneThatInterrupts() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(page));
    stage.publish(fanout, strike.loud());
    var slow = page.hangs();
    stage.publish(fanout, Growing.strike("other").loud());
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(page.received).last().matches(Message::interrupts);
    assertThat(page.sent()).last().isEqualTo("strike:s1 3");
  }

  /** In quiet hours the page is up to date; the sound comes when they are over. */
  @Test
  void shouldShowAtOnceAndRingWhenTheQuietHoursEnd() {
    // Given
    var rest =
        new QuietHours(LocalTime.of(14, 0), LocalTime.of(15, 25), ZoneId.of("Asia/Damascus"));
    var fanout = stage.fanout(Team.named("a").quiet(rest).over(page));
    strike.with(alert -> alert.setUrgency(Urgency.PAST));
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(page.revisions()).containsExactly(1, 2);
    assertThat(page.rang()).isEmpty();
    assertThat(stage.committable()).isEqualTo(1); // or a restart would forget the sound
    // When
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(page.revisions()).containsExactly(1, 2, 2);
    assertThat(page.rang()).containsExactly(2);
    assertThat(page.received.get(2).idempotencyKey())
        .isNotEqualTo(page.received.get(1).idempotencyKey());
    assertThat(stage.committable()).isEqualTo(2);
  }

  @Test
  void shouldHoldTheSoundOfAHospitalsChangeUntilItsTime() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(page), Team.named("b").over(phone));
    stage.publish(fanout, strike.loud());
    stage.pass(Duration.ofMinutes(10));
    // When
    strike.with(alert -> alert.setNotBefore(SENT.plus(HALF_AN_HOUR)));
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(page.revisions()).containsExactly(1, 2);
    assertThat(page.rang()).containsExactly(1);
    assertThat(phone.revisions()).containsExactly(1);
    // When a revision comes that does not interrupt of its own
    strike.with(alert -> alert.setNotBefore(null));
    stage.publish(fanout, strike.quiet());
    stage.pass(Duration.ofMinutes(20).minusMillis(1));
    assertThat(page.rang()).containsExactly(1);
    assertThat(phone.revisions()).containsExactly(1);
    stage.pass(Duration.ofMillis(1));
    // Then the newest goes, at the time of the one that it overtook
    assertThat(page.rang()).containsExactly(1, 3);
    assertThat(phone.revisions()).containsExactly(1, 3);
  }

  /** Its severity rose: that cannot wait for the time of the change before. */
  @Test
  void shouldNotHoldWhatInterruptsAtOnce() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(page), Team.named("b").over(phone));
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.with(alert -> alert.setNotBefore(SENT.plus(HALF_AN_HOUR))).loud());
    // When
    stage.publish(fanout, strike.with(alert -> alert.setNotBefore(null)).loud());
    // Then
    assertThat(page.rang()).containsExactly(1, 3);
    assertThat(phone.revisions()).containsExactly(1, 3);
    stage.pass(HALF_AN_HOUR);
    assertThat(page.rang()).containsExactly(1, 3);
    assertThat(stage.committable()).isEqualTo(3);
  }

  /** Who was not told before has not been woken half an hour ago. */
  @Test
  void shouldNotHoldAFirstContact() {
    var fanout = stage.fanout(Team.named("a").over(page), Team.named("b").over(phone));
    stage.publish(fanout, strike.with(alert -> alert.setNotBefore(SENT.plus(HALF_AN_HOUR))).loud());
    assertThat(page.rang()).containsExactly(1);
    assertThat(phone.rang()).containsExactly(1);
  }

  @Test
  void shouldRingAfterARestartForWhatWasShownWithoutASound() {
    // Given
    var before = stage.fanout(Team.named("a").over(page));
    stage.publish(before, strike.loud());
    strike.with(alert -> alert.setNotBefore(SENT.plus(HALF_AN_HOUR)));
    var waiting = strike.loud();
    stage.publish(before, waiting);
    assertThat(page.rang()).containsExactly(1);
    // When
    var after = stage.fanout(Team.named("a").over(page));
    List.copyOf(stage.recorded()).forEach(after::remember);
    stage.publish(after, waiting);
    stage.pass(HALF_AN_HOUR);
    // Then
    assertThat(page.rang()).contains(2);
  }
}
