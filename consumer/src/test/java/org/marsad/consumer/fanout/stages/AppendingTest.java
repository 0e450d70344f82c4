package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.Delivery;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Severity;
import org.marsad.message.SubjectKind;

/** A telephone: each message stays, so only what is worth reading goes there. */
class AppendingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel phone = FakeChannel.appending();
  private final Growing strike = Growing.strike("s1");

  @Test
  void shouldGetWhatInterruptsAndNothingElse() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    stage.publish(fanout, strike.quiet());
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(phone.revisions()).containsExactly(1, 4);
    assertThat(phone.rang()).containsExactly(1, 4);
    assertThat(stage.outcomes())
        .containsExactly(
            "1 DELIVERED null",
            "2 SUPPRESSED NOT_INTERRUPTING",
            "3 SUPPRESSED NOT_INTERRUPTING",
            "4 DELIVERED null");
    assertThat(stage.recorded())
        .extracting(Delivery::getInterrupts)
        .containsExactly(true, false, false, true);
    assertThat(stage.committable()).isEqualTo(4);
  }

  /** A crew whose cover is reached by the third revision must not wait for the next that rings. */
  @Test
  void shouldBeRungByTheFirstThatReachesItThoughThatDoesNotInterrupt() {
    // Given
    var elsewhere = List.of("aleppo/salah");
    var here = List.of("aleppo/al-fardous");
    var fanout = stage.fanout(Team.named("a").neighbourhoods(here.get(0)).over(phone));
    strike.with(alert -> alert.setNeighbourhoods(elsewhere));
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.with(alert -> alert.setNeighbourhoods(here)).quiet());
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(phone.revisions()).containsExactly(3);
    assertThat(phone.rang()).containsExactly(3);
  }

  /** By the default a crew hears of a strike from MODERATE up. */
  @Test
  void shouldBeRungByTheFirstThatIsSevereEnough() {
    // Given
    var fanout = stage.fanout(Team.named("a").byDefault().over(phone));
    // When
    stage.publish(fanout, strike.with(alert -> alert.setSeverity(Severity.MINOR)).loud());
    stage.publish(fanout, strike.with(alert -> alert.setSeverity(Severity.MODERATE)).quiet());
    // Then
    assertThat(phone.rang()).containsExactly(2);
  }

  @Test
  void shouldNotBeToldTheSameTwice() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.same(true));
    // Then
    assertThat(phone.revisions()).containsExactly(1);
    assertThat(stage.outcomes()).last().isEqualTo("2 SUPPRESSED NOT_INTERRUPTING");
  }

  /** A point that moved is news for rescuers; the public sees no point. */
  @Test
  void shouldNotBeToldOfWhatItsViewDoesNotShow() {
    // Given
    var crew = FakeChannel.appending();
    var fanout =
        stage.fanout(Team.named("crew").over(crew), Team.named("p").role(Role.PUBLIC).over(phone));
    // When
    stage.publish(fanout, strike.loud());
    var moved = new Place(36.19, 37.16, 150.0, PlaceBasis.POINT, null);
    stage.publish(fanout, strike.with(alert -> alert.setPlace(moved)).same(true));
    // Then
    assertThat(crew.revisions()).containsExactly(1, 2);
    assertThat(phone.revisions()).hasSize(2); // the basis of the place is public
    // When
    var again = new Place(36.2, 37.17, 150.0, PlaceBasis.POINT, null);
    stage.publish(fanout, strike.with(alert -> alert.setPlace(again)).same(true));
    // Then
    assertThat(crew.revisions()).containsExactly(1, 2, 3);
    assertThat(phone.revisions()).hasSize(2);
  }

  /** What is only possible wakes rescuers; a later detail does not wake the public for it. */
  @Test
  void shouldNotWakeThePublicForAPossibleFindingNorForWhatFollowsIt() {
    // Given
    var crew = FakeChannel.appending();
    var recipients =
        new Recipient[] {
          Team.named("crew").over(crew), Team.named("p").role(Role.PUBLIC).over(phone)
        };
    var fanout = stage.fanout(recipients);
    stage.publish(fanout, strike.loud());
    // When
    strike.with(alert -> alert.setFindings(List.of(Facts.repeat(Certainty.POSSIBLE))));
    stage.publish(fanout, strike.changed(Change.REPEAT_STRIKE));
    stage.publish(fanout, strike.quiet());
    var restarted = stage.fanout(recipients);
    List.copyOf(stage.recorded()).forEach(restarted::remember);
    stage.publish(restarted, strike.quiet());
    // Then
    assertThat(crew.revisions()).containsExactly(1, 2);
    assertThat(phone.revisions()).containsExactly(1);
    // When
    strike.with(alert -> alert.setFindings(List.of(Facts.repeat(Certainty.LIKELY))));
    stage.publish(restarted, strike.changed(Change.SURER));
    // Then
    assertThat(phone.revisions()).containsExactly(1, 5);
  }

  /** Whoever hears of a strike at its third revision hears of a strike, not of an update. */
  @Test
  void shouldBeToldAsNewWhatNothingWasToldOfBefore() {
    // Given
    var elsewhere = List.of("aleppo/salah");
    var here = List.of("aleppo/al-fardous");
    var fanout = stage.fanout(Team.named("a").neighbourhoods(here.get(0)).over(phone));
    stage.publish(fanout, strike.with(alert -> alert.setNeighbourhoods(elsewhere)).loud());
    // When
    strike.with(alert -> alert.setNeighbourhoods(here));
    stage.publish(fanout, strike.changed(Change.KILLED_ROSE));
    stage.publish(fanout, strike.changed(Change.KILLED_ROSE));
    // Then
    var first = phone.received.get(0).alert();
    assertThat(first.getRevision()).isEqualTo(2);
    assertThat(first.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(first.getChanges()).isEmpty();
    assertThat(first.getReferences()).isEmpty();
    var second = phone.received.get(1).alert();
    assertThat(second.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(second.getChanges()).containsExactly(Change.KILLED_ROSE);
  }

  @Test
  void shouldKnowAfterARestartWhatItWasTold() {
    // Given
    var before = stage.fanout(Team.named("a").over(phone));
    stage.publish(before, strike.loud());
    stage.publish(before, strike.quiet());
    // When
    var after = stage.fanout(Team.named("a").over(phone));
    List.copyOf(stage.recorded()).forEach(after::remember);
    stage.publish(after, strike.quiet());
    stage.publish(after, strike.with(alert -> alert.setSources(1)).same(false));
    stage.publish(after, strike.loud());
    stage.publish(after, strike.same(true));
    // Then
    assertThat(phone.revisions()).containsExactly(1, 5);
  }

  /** What rings was overtaken before it went: the newer one goes in its place, and rings. */
  @Test
  void shouldBeRungByTheRevisionThatOvertookOneThatInterrupts() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    stage.publish(fanout, strike.loud());
    var slow = phone.hangs();
    stage.publish(fanout, Growing.strike("other").loud());
    // When
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:other 1", "strike:s1 3");
    assertThat(phone.received).last().matches(message -> message.interrupts());
  }

  @Test
  void shouldBeRungAfterARestartByTheRevisionThatOvertookOneThatInterrupts() {
    // Given
    var before = stage.fanout(Team.named("a").over(phone));
    stage.publish(before, strike.loud());
    // When it is away while a revision that interrupts goes by
    var unseen = strike.loud();
    var after = stage.fanout(Team.named("a").over(phone));
    List.copyOf(stage.recorded()).forEach(after::remember);
    stage.publish(after, strike.quiet());
    // Then
    assertThat(unseen.getRevision()).isEqualTo(2);
    assertThat(phone.rang()).containsExactly(1, 3);
  }

  @Test
  void shouldGetTheNewestOfWhatWasMutedOnceTheMuteIsOver() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    stage.publish(fanout, strike.loud());
    stage.pass(MINUTE);
    fanout.take(MuteTest.mute().setSetAt(stage.time.instant()).build());
    stage.publish(fanout, strike.quiet());
    assertThat(phone.revisions()).containsExactly(1);
    // When
    stage.pass(Duration.ofHours(2));
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(phone.revisions()).containsExactly(1, 3);
  }

  @Test
  void shouldKeepGettingWhatInterruptsWhenTheStrikeLeavesItsCover() {
    // Given
    var fanout = stage.fanout(Team.named("a").neighbourhoods("aleppo/al-fardous").over(phone));
    stage.publish(fanout, strike.loud());
    // When
    strike.with(alert -> alert.setNeighbourhoods(List.of("aleppo/salah")));
    stage.publish(fanout, strike.quiet());
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(phone.revisions()).containsExactly(1, 3);
  }

  @ParameterizedTest
  @EnumSource(value = CancelReason.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
  void shouldTellEverybodyWhoWasToldThatItIsTakenBackAndNobodyElse(CancelReason reason) {
    // Given
    var screen = new FakeChannel();
    var later = FakeChannel.appending();
    var elsewhere = FakeChannel.appending();
    var told = Team.named("told");
    var fanout =
        stage.fanout(
            told.over(phone),
            new Recipient(told.subscriber(), "screen", screen),
            Team.named("later").neighbourhoods("aleppo/salah").over(later),
            Team.named("elsewhere").areas("homs").over(elsewhere));
    stage.publish(fanout, strike.loud());
    stage.publish(fanout, strike.quiet());
    // When it is 25 hours later, and placed where the others are
    stage.pass(Duration.ofHours(25));
    strike.with(alert -> alert.setNeighbourhoods(List.of("aleppo/salah")));
    stage.publish(fanout, strike.cancel(reason, stage.time.instant()));
    // Then
    assertThat(phone.revisions()).containsExactly(1, 3);
    assertThat(screen.revisions()).containsExactly(1, 2, 3);
    assertThat(later.received).isEmpty();
    assertThat(elsewhere.received).isEmpty();
    var rings = reason != CancelReason.CORRECTED && reason != CancelReason.REPLACED;
    assertThat(phone.rang()).hasSize(rings ? 2 : 1);
    assertThat(screen.rang()).hasSize(rings ? 2 : 1);
  }

  @Test
  void shouldNotGetWhatIsStale() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    stage.pass(Duration.between(SENT, EXPIRES).plusMillis(1));
    // When
    stage.publish(fanout, strike.loud());
    // Then
    assertThat(stage.outcomes()).containsExactly("1 SUPPRESSED STALE");
  }

  /** An old strike that is filed today is history, not news: to be read, not to be woken by. */
  @Test
  void shouldGetHistoryWithoutASoundAndEachNewsOfItOnce() {
    // Given
    var fanout = stage.fanout(Team.named("a").history().over(phone));
    stage.pass(Duration.between(SENT, EXPIRES).plusMillis(1));
    // When
    stage.publish(fanout, strike.same(false));
    stage.publish(fanout, strike.quiet());
    // Then
    assertThat(phone.revisions()).containsExactly(1);
    assertThat(phone.rang()).isEmpty();
  }

  /** The second strike on the spot goes first to those who were told of the earlier one. */
  @Test
  void shouldBeWarnedOfASecondStrikeWhoeverWasToldOfTheFirst() {
    // Given
    var fanout =
        stage.fanout(
            Team.named("a")
                .neighbourhoods("aleppo/al-fardous")
                .subjects(SubjectKind.STRIKE)
                .over(phone));
    stage.publish(fanout, strike.loud());
    // When
    var repeat = repeat().setNeighbourhoods(List.of("aleppo/salah")).build();
    stage.publish(fanout, repeat);
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:s2 1");
  }

  /**
   * Its strike is part of another now: who was told of it was told of the strike that is hit again.
   */
  @Test
  void shouldBeWarnedOfASecondStrikeWhoeverWasToldOfOneThatWasMergedIntoTheFirst() {
    // Given
    var fanout = stage.fanout(Team.named("a").neighbourhoods("aleppo/al-fardous").over(phone));
    var merged = Growing.strike("merged");
    stage.publish(fanout, merged.loud());
    merged.with(alert -> alert.setReplacedBy("strike:s1"));
    stage.publish(fanout, merged.cancel(CancelReason.REPLACED, SENT));
    // When
    stage.publish(fanout, repeat().setNeighbourhoods(List.of("aleppo/salah")).build());
    // Then
    assertThat(phone.sent()).last().isEqualTo("strike:s2 1");
  }
}
