package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Reasons;
import org.marsad.consumer.channels.Summary;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

/** A day of many strikes: beyond so many interruptions an hour, one summary stands for the rest. */
class SummaryTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel phone = FakeChannel.appending();
  private final FakeChannel page = new FakeChannel();

  @Test
  void shouldTellTwelveInAnHourOneByOneAndTheRestInOneSummary() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    // When
    for (var number = 1; number <= 15; number++) {
      stage.publish(fanout, Growing.strike("s" + number).loud());
    }
    // Then
    assertThat(phone.received).hasSize(12);
    assertThat(stage.committable()).isEqualTo(12);
    stage.pass(QUARTER.minusMillis(1));
    assertThat(phone.summaries).isEmpty();
    stage.pass(Duration.ofMillis(1));
    assertThat(phone.received).hasSize(12);
    assertThat(phone.summaries)
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.views())
                  .extracting(Alert::getAlertId)
                  .containsExactly("strike:s13", "strike:s14", "strike:s15");
              assertThat(summary.from()).isEqualTo(SENT);
              assertThat(summary.until()).isEqualTo(SENT.plus(QUARTER));
            });
    assertThat(stage.committable()).isEqualTo(15);
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldSayWhatWaitsAndUntilWhenEachTimeThatItIsTwiceAsMuch() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s0").loud());
    assertThat(phone.awaited).isEmpty();
    // When five wait, one of which grows
    var growing = Growing.strike("s1");
    stage.publish(fanout, growing.loud());
    stage.publish(fanout, growing.loud());
    for (var number = 2; number <= 5; number++) {
      stage.pass(MINUTE);
      stage.publish(fanout, Growing.strike("s" + number).loud());
    }
    // Then
    assertThat(phone.awaited).extracting(coming -> coming.views().size()).containsExactly(1, 2, 4);
    assertThat(phone.awaited)
        .allSatisfy(coming -> assertThat(coming.until()).isEqualTo(SENT.plus(QUARTER)));
    // When the next begins to fill
    stage.pass(QUARTER);
    stage.publish(fanout, Growing.strike("s6").loud());
    // Then
    assertThat(phone.awaited).extracting(coming -> coming.views().size()).endsWith(4, 1);
  }

  @Test
  void shouldRecordTheSummaryAndWhatItStandsFor() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    // When
    stage.publish(fanout, Growing.strike("s2").loud());
    stage.pass(QUARTER);
    // Then
    assertThat(stage.outcomes())
        .containsExactly(
            "1 DELIVERED null",
            "1 RETRY_LATER SUMMARISED",
            "1 DELIVERED null",
            "1 SUPPRESSED SUMMARISED");
    var summary = stage.recorded().get(2);
    assertThat(summary.getAlertId()).isEqualTo("summary:" + SENT);
    assertThat(summary.getInterrupts()).isTrue();
    assertThat(summary.getSeverity()).isEqualTo(Severity.SEVERE);
    var stoodFor = stage.recorded().get(3);
    assertThat(stoodFor.getAlertId()).isEqualTo("strike:s2");
    assertThat(stoodFor.getInterrupts()).isFalse();
    assertThat(Reasons.tells(stoodFor)).isTrue();
  }

  @Test
  void shouldNotKeepWhatIsExtremeOrASecondStrike() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    // When
    stage.publish(fanout, extreme("grave"));
    stage.publish(fanout, Growing.strike("x").with(a -> a.setSeverity(Severity.UNKNOWN)).loud());
    stage.publish(fanout, repeat().setSeverity(Severity.MODERATE).build());
    // Then
    assertThat(phone.received).hasSize(4);
  }

  @Test
  void shouldTellAtOnceWhatBecomesExtremeWhileItWaits() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    var waiting = Growing.strike("s2");
    stage.publish(fanout, waiting.loud());
    // When
    stage.publish(fanout, waiting.with(a -> a.setSeverity(Severity.EXTREME)).loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:s2 2");
    stage.pass(QUARTER);
    assertThat(phone.summaries).isEmpty();
    assertThat(stage.committable()).isEqualTo(3);
  }

  @Test
  void shouldShowTheNewestOfEachAlertInTheSummary() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    var waiting = Growing.strike("s2");
    // When
    stage.publish(fanout, waiting.loud());
    stage.publish(fanout, waiting.quiet());
    stage.publish(fanout, waiting.loud());
    stage.pass(QUARTER);
    // Then
    assertThat(phone.summaries.get(0).views())
        .singleElement()
        .satisfies(view -> assertThat(view.getRevision()).isEqualTo(3));
  }

  @Test
  void shouldSendOneSummaryInAnyQuarterOfAnHourAndLeaveItOffWhenItIsQuietAgain() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    // When a strike falls each minute of an hour
    for (var minute = 0; minute < 60; minute++) {
      stage.publish(fanout, Growing.strike("s" + minute).loud());
      stage.pass(MINUTE);
    }
    stage.pass(QUARTER);
    // Then
    assertThat(phone.received).hasSize(1);
    assertThat(phone.summaries).hasSize(4);
    assertThat(phone.summaries.stream().mapToInt(summary -> summary.views().size()).sum())
        .isEqualTo(59);
    // When
    stage.publish(fanout, Growing.strike("later").loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:s0 1", "strike:later 1");
  }

  @Test
  void shouldSendASummaryAlsoWhereItsAlarmGoesOffEarly() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s0").loud());
    stage.publish(fanout, Growing.strike("s1").loud());
    stage.pass(QUARTER);
    assertThat(phone.summaries).hasSize(1);
    // When the next is due a part of a millisecond after its alarm
    stage.pass(Duration.ofNanos(400_000));
    stage.publish(fanout, Growing.strike("s2").loud());
    stage.pass(QUARTER);
    // Then
    assertThat(phone.summaries).hasSize(2);
    assertThat(stage.committable()).isEqualTo(3);
  }

  /** Who knows of an alert from a summary alone acts on it, so it has to know that it is over. */
  @Test
  void shouldTakeBackWhatWasToldInASummaryButNotWhatWasNot() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    var told = Growing.strike("told");
    stage.publish(fanout, told.loud());
    stage.pass(QUARTER);
    var untold = Growing.strike("untold");
    stage.publish(fanout, untold.loud());
    // When
    stage.publish(fanout, told.cancel(CancelReason.WITHDRAWN, stage.time.instant()));
    stage.publish(fanout, untold.cancel(CancelReason.WITHDRAWN, stage.time.instant()));
    stage.pass(QUARTER);
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:told 2");
    assertThat(phone.summaries).hasSize(1);
  }

  @Test
  void shouldNotRepeatWhatTheSummaryToldUntilItInterruptsAgain() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    var told = Growing.strike("told");
    stage.publish(fanout, told.loud());
    stage.pass(Duration.ofHours(2));
    // When
    stage.publish(fanout, told.quiet());
    stage.publish(fanout, told.loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:told 3");
  }

  @Test
  void shouldKnowAfterARestartHowOftenItInterruptedAndWhatStillWaits() {
    // Given
    var before = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(before, Growing.strike("s1").loud());
    var waiting = Growing.strike("s2").loud();
    stage.publish(before, waiting);
    assertThat(stage.committable()).isEqualTo(1);
    // When
    var later = new Stage(SENT.plus(MINUTE));
    var after = later.fanout(Team.named("a").interruptions(1).over(phone));
    List.copyOf(stage.recorded()).forEach(after::remember);
    later.publish(after, waiting);
    // Then
    assertThat(phone.received).hasSize(1);
    later.pass(QUARTER);
    assertThat(phone.summaries).hasSize(1);
    assertThat(later.committable()).isEqualTo(1);
  }

  @Test
  void shouldTryASummaryAgainUntilItArrives() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    stage.publish(fanout, Growing.strike("s2").loud());
    phone.answers(new Answer.TryAgain("HTTP_500"), new Answer.Rejected("HTTP_401"));
    // When
    stage.pass(QUARTER.plus(MINUTE));
    // Then
    assertThat(phone.summaries).hasSize(3);
    assertThat(phone.summaries)
        .extracting(s -> s.idempotencyKey())
        .containsOnly(phone.summaries.get(0).idempotencyKey());
    assertThat(stage.recorded())
        .filteredOn(Reasons::isSummary)
        .extracting(Delivery::getOutcome)
        .containsExactly(
            DeliveryOutcome.RETRY_LATER, DeliveryOutcome.RETRY_LATER, DeliveryOutcome.DELIVERED);
    assertThat(stage.committable()).isEqualTo(2);
  }

  /** While the gateway rejects the summary, what comes meanwhile joins the next attempt. */
  @Test
  void shouldTellEveryAlertOnceHoweverOftenTheSummaryFails() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    stage.publish(fanout, Growing.strike("s2").loud());
    phone.answers(new Answer.Rejected("HTTP_401"));
    stage.pass(QUARTER);
    // When
    stage.publish(fanout, Growing.strike("s3").loud());
    stage.pass(MINUTE);
    // Then
    assertThat(phone.summaries).hasSize(2);
    assertThat(phone.summaries.get(1).views())
        .extracting(Alert::getAlertId)
        .containsExactly("strike:s2", "strike:s3");
    assertThat(phone.summaries.get(1).idempotencyKey())
        .isNotEqualTo(phone.summaries.get(0).idempotencyKey());
    assertThat(stage.committable()).isEqualTo(3);
  }

  /** One summary that it cannot take is not the gateway's end. */
  @Test
  void shouldTellWhatIsExtremeThoughTheSummaryFailsAgainAndAgain() {
    // Given
    var brittle =
        new FakeChannel() {
          @Override
          public CompletableFuture<Answer> send(Summary summary) {
            var unused = super.send(summary);
            return CompletableFuture.completedFuture(new Answer.TryAgain("HTTP_500"));
          }

          @Override
          public boolean isInPlace() {
            return false;
          }
        };
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(brittle));
    stage.publish(fanout, Growing.strike("s1").loud());
    stage.publish(fanout, Growing.strike("s2").loud());
    stage.pass(QUARTER.plus(MINUTE));
    assertThat(brittle.summaries).hasSizeGreaterThan(3);
    // When
    stage.publish(fanout, extreme("grave"));
    stage.pass(Duration.ofMinutes(5));
    // Then
    assertThat(brittle.sent()).containsExactly("strike:s1 1", "strike:grave 1");
  }

  @Test
  void shouldNotLetExercisesUseTheLimitOfTheReal() {
    // Given
    var both = Team.named("a").realities(Reality.ACTUAL, Reality.EXERCISE).interruptions(2);
    var fanout = stage.fanout(both.over(phone));
    for (var number = 0; number < 5; number++) {
      stage.publish(fanout, exercise("e" + number));
    }
    assertThat(phone.received).hasSize(2);
    // When
    stage.publish(fanout, extreme("grave"));
    stage.publish(fanout, Growing.strike("real").loud());
    // Then
    assertThat(phone.sent()).contains("strike:grave 1", "strike:real 1");
    stage.pass(QUARTER);
    assertThat(phone.summaries).isEmpty(); // the exercises stay off beside the real
  }

  /** There is nothing to summarise: the page shows them all. One sound stands for theirs. */
  @Test
  void shouldShowAllInPlaceAndRingOnceInAQuarterOfAnHour() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(1).over(page));
    // When
    for (var number = 1; number <= 4; number++) {
      stage.publish(fanout, Growing.strike("s" + number).loud());
    }
    // Then
    assertThat(page.received).hasSize(4);
    assertThat(page.received).filteredOn(Message::interrupts).hasSize(1);
    stage.pass(QUARTER);
    assertThat(page.summaries).isEmpty();
    assertThat(page.sent()).last().isEqualTo("strike:s4 1");
    assertThat(page.received).filteredOn(Message::interrupts).hasSize(2);
    stage.pass(Duration.ofHours(2));
    assertThat(page.received).hasSize(5);
    assertThat(stage.committable()).isEqualTo(4);
  }

  /** A start reads what was recorded partition by partition, the new before the old. */
  @Test
  void shouldCountOnlyTheInterruptionsOfTheLastHourInWhateverOrderTheyAreRead() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(phone));
    fanout.remember(interruption("now", SENT.minus(MINUTE)));
    for (var number = 0; number < 11; number++) {
      fanout.remember(interruption("old" + number, SENT.minus(Duration.ofDays(1))));
    }
    // When
    stage.publish(fanout, Growing.strike("s1").loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1");
    assertThat(phone.awaited).isEmpty();
  }

  @Test
  void shouldCountAnInterruptionOnceThoughItsRecordIsReadAgain() {
    // Given
    var fanout = stage.fanout(Team.named("a").interruptions(2).over(phone));
    stage.publish(fanout, Growing.strike("s1").loud());
    List.copyOf(stage.recorded()).forEach(fanout::remember);
    // When
    stage.publish(fanout, Growing.strike("s2").loud());
    // Then
    assertThat(phone.sent()).containsExactly("strike:s1 1", "strike:s2 1");
  }

  private static Delivery interruption(String id, Instant at) {
    return Delivery.newBuilder()
        .setAlertId(id)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber("a")
        .setChannel("hook")
        .setOutcome(DeliveryOutcome.DELIVERED)
        .setAttempt(1)
        .setIdempotencyKey(id)
        .setSeverity(Severity.SEVERE)
        .setReality(Reality.ACTUAL)
        .setInterrupts(true)
        .setAt(at)
        .build();
  }

  private static Alert extreme(String id) {
    return Growing.strike(id).with(alert -> alert.setSeverity(Severity.EXTREME)).loud();
  }

  private static Alert exercise(String id) {
    return Growing.strike(id)
        .with(alert -> alert.setReality(Reality.EXERCISE).setAlertId("exercise:strike:" + id))
        .loud();
  }
}
