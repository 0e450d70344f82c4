package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.message.DeliveryOutcome.DELIVERED;
import static org.marsad.message.DeliveryOutcome.GAVE_UP;
import static org.marsad.message.DeliveryOutcome.RETRY_LATER;
import static org.marsad.message.DeliveryOutcome.SUPPRESSED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.UntilGone;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;

class FanoutTest {
  private static final Answer.TryAgain FAILURE = new Answer.TryAgain("HTTP_500");
  private static final Duration LONG = Duration.ofDays(2);

  private final ManualLoop time = new ManualLoop(SENT);
  private final List<Delivery> recorded = new ArrayList<>();
  private final Share share = new Share(0);
  private long offset;

  /** The next start reads it again; what comes after it commits nothing over it. */
  @Test
  void shouldNotBeDoneWithAnAlertThatCannotBeTaken() {
    // Given
    var hook = new FakeChannel();
    var roster =
        new Roster(
            List.of(Team.named("near").areas("aleppo", "x").over(hook)),
            area -> {
              if (area.equals("x")) {
                throw new IllegalStateException("x");
              }
              return Optional.empty();
            });
    var fanout = new Stage(SENT).fanout(roster);
    // When
    assertThatThrownBy(() -> fanout.accept(residential().setArea("x").build(), share, 0))
        .isInstanceOf(IllegalStateException.class);
    fanout.accept(residential().setAlertId("strike:later").build(), share, 1);
    // Then
    assertThat(hook.received).hasSize(1);
    assertThat(share.committable()).isZero();
  }

  @Test
  void shouldTellThoseWhomItConcernsAndRecordIt() {
    // Given
    var near = new FakeChannel();
    var far = new FakeChannel();
    var fanout = fanout(Team.named("near").over(near), Team.named("far").areas("homs").over(far));
    // When
    publish(fanout, residential().build());
    // Then
    assertThat(near.received).hasSize(1);
    assertThat(far.received).isEmpty();
    assertThat(recorded)
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.getOutcome()).isEqualTo(DELIVERED);
              assertThat(d.getSubscriber()).isEqualTo("near");
              assertThat(d.getChannel()).isEqualTo("hook");
              assertThat(d.getAttempt()).isEqualTo(1);
              assertThat(d.getReason()).isNull();
              assertThat(d.getIdempotencyKey()).isEqualTo(near.received.get(0).idempotencyKey());
            });
    assertThat(share.committable()).isEqualTo(1);
  }

  @Test
  void shouldTellEachInItsLanguage() {
    // Given
    var arabic = new FakeChannel();
    var english = new FakeChannel();
    var fanout =
        fanout(
            Team.named("a").language("ar").over(arabic),
            Team.named("e").language("en").over(english));
    // When
    publish(fanout, residential().build());
    // Then
    assertThat(arabic.received.get(0).language()).isEqualTo(Locale.forLanguageTag("ar"));
    assertThat(english.received.get(0).language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void shouldHandOverWhatTheRecipientWasToldBefore() {
    // Given
    var channel = new FakeChannel().answers(new Answer.Accepted(), FAILURE);
    var fanout = fanout(Team.of(Role.OPS).over(channel));
    // When
    publish(fanout, surge().build());
    publish(fanout, revision(surge(), 2, MessageType.UPDATE));
    time.pass(Duration.ofMinutes(1));
    publish(fanout, revision(surge(), 3, MessageType.UPDATE));
    // Then
    assertThat(channel.revisions()).containsExactly(1, 2, 2, 3);
    assertThat(channel.received.get(0).earlier()).isNull();
    assertThat(channel.received.get(2).earlierAlert()).isEqualTo(surge().build());
    assertThat(channel.received.get(3).earlier())
        .isEqualTo(
            new Message.Earlier(
                channel.received.get(1).idempotencyKey(),
                revision(surge(), 2, MessageType.UPDATE)));
  }

  @Test
  void shouldKnowTheKeyButNotTheTextOfWhatWasToldBeforeARestart() {
    // Given
    var channel = new FakeChannel();
    publish(fanout(Team.of(Role.OPS).over(channel)), surge().build());
    var restarted = fanout(Team.of(Role.OPS).over(channel));
    recorded.forEach(restarted::remember);
    // When
    publish(restarted, revision(surge(), 2, MessageType.UPDATE));
    // Then
    assertThat(channel.received.get(1).earlier())
        .isEqualTo(new Message.Earlier(channel.received.get(0).idempotencyKey(), null));
  }

  @Test
  void shouldRetryWithTheSameKeyUntilItArrives() {
    // Given
    var channel = new FakeChannel().answers(FAILURE, FAILURE);
    var fanout = fanout(Team.named("a").over(channel));
    // When
    publish(fanout, residential().build());
    assertThat(share.committable()).isZero();
    time.pass(Duration.ofMinutes(1));
    // Then
    assertThat(outcomes()).containsExactly(RETRY_LATER, RETRY_LATER, DELIVERED);
    assertThat(recorded.get(0).getNextAttemptAt()).isEqualTo(SENT.plusSeconds(1));
    assertThat(recorded.get(1).getNextAttemptAt()).isEqualTo(SENT.plusSeconds(3));
    assertThat(channel.received.stream().map(Message::idempotencyKey).distinct()).hasSize(1);
    assertThat(share.committable()).isEqualTo(1);
  }

  @Test
  void shouldGiveUpWhenTheAlertExpires() {
    // Given
    var channel = new FakeChannel();
    for (var attempt = 0; attempt < 1000; attempt++) {
      channel.answers(FAILURE);
    }
    var fanout = fanout(Team.named("a").over(channel));
    // When
    publish(fanout, residential().build());
    time.pass(LONG);
    // Then
    assertThat(recorded.get(recorded.size() - 1).getOutcome()).isEqualTo(GAVE_UP);
    assertThat(recorded.get(recorded.size() - 1).getReason()).isEqualTo("EXPIRED");
    assertThat(recorded.get(recorded.size() - 1).getAt()).isBeforeOrEqualTo(EXPIRES);
    assertThat(recorded.size()).isGreaterThan(280); // every five minutes for a day
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldWaitAsLongAsTheReceiverAsks() {
    // Given
    var busy = new Answer.TryAgain("HTTP_429", Duration.ofMinutes(7));
    var channel = new FakeChannel().answers(busy);
    var fanout = fanout(Team.named("a").over(channel));
    // When
    publish(fanout, residential().build());
    time.pass(Duration.ofMinutes(7).minusMillis(1));
    // Then
    assertThat(channel.received).hasSize(1);
    time.pass(Duration.ofMillis(1));
    assertThat(channel.received).hasSize(2);
  }

  @Test
  void shouldGiveUpOnWhatIsRefused() {
    // Given
    var gone = new FakeChannel().answers(new Answer.Refused("GONE"));
    var fanout = fanout(Team.named("gone").over(gone));
    // When
    publish(fanout, residential().build());
    time.pass(LONG);
    // Then
    assertThat(outcomes()).containsExactly(GAVE_UP);
    assertThat(recorded.get(0).getReason()).isEqualTo("GONE");
  }

  /** A wrong password may be mended at any time, and the alert is still worth telling then. */
  @Test
  void shouldTryWhatIsRejectedUntilTheAlertExpires() {
    // Given
    var mended = new FakeChannel();
    var never = new FakeChannel();
    for (var attempt = 0; attempt < 1000; attempt++) {
      never.answers(new Answer.Rejected("HTTP_401"));
    }
    for (var attempt = 0; attempt < 20; attempt++) {
      mended.answers(new Answer.Rejected("HTTP_401"));
    }
    var fanout = fanout(Team.named("mended").over(mended), Team.named("never").over(never));
    // When
    publish(fanout, repeat().build());
    time.pass(Duration.between(SENT, EXPIRES));
    // Then
    var last = recorded.get(recorded.size() - 1);
    assertThat(last.getOutcome()).isEqualTo(GAVE_UP);
    assertThat(last.getReason()).isEqualTo("HTTP_401");
    assertThat(last.getAt()).isAfter(EXPIRES.minus(Duration.ofMinutes(6)));
    assertThat(recorded)
        .filteredOn(d -> d.getSubscriber().equals("mended"))
        .last()
        .satisfies(d -> assertThat(d.getOutcome()).isEqualTo(DELIVERED));
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldSendNothingMoreToAReceiverThatIsGone() {
    // Given
    var receiver = new FakeChannel().answers(FAILURE, new Answer.Refused(Answer.GONE));
    var fanout = fanout(Team.named("gone").over(new UntilGone(receiver, "gone", "hook")));
    publish(fanout, residential().build());
    // When
    time.pass(Duration.ofMinutes(1));
    publish(fanout, residential().setAlertId("strike:s2").build());
    time.pass(LONG);
    // Then
    assertThat(receiver.received).hasSize(2);
    assertThat(outcomes()).containsExactly(RETRY_LATER, GAVE_UP, SUPPRESSED);
    assertThat(recorded.get(2).getReason()).isEqualTo("GONE");
    assertThat(recorded.get(2).getAttempt()).isZero();
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldSendAgainToAReceiverThatRefusedOneMessage() {
    // Given
    var receiver = new FakeChannel().answers(new Answer.Refused("REFUSED"));
    var fanout = fanout(Team.named("a").over(new UntilGone(receiver, "a", "hook")));
    // When
    publish(fanout, residential().build());
    publish(fanout, residential().setAlertId("strike:s2").build());
    // Then
    assertThat(outcomes()).containsExactly(GAVE_UP, DELIVERED);
  }

  @Test
  void shouldNotLetAHangingReceiverDelayAnother() {
    // Given
    var slow = new FakeChannel();
    var answer = slow.hangs();
    var healthy = new FakeChannel();
    var fanout = fanout(Team.named("slow").over(slow), Team.named("healthy").over(healthy));
    // When
    publish(fanout, residential().build());
    publish(fanout, revision(residential(), 2, MessageType.UPDATE));
    // Then
    assertThat(healthy.revisions()).containsExactly(1, 2);
    assertThat(slow.revisions()).containsExactly(1);
    assertThat(share.committable()).isZero();
    answer.complete(new Answer.Accepted());
    time.settle();
    assertThat(slow.revisions()).containsExactly(1, 2);
    assertThat(share.committable()).isEqualTo(2);
  }

  @Test
  void shouldGoOnWhenAChannelThrows() {
    // Given
    var broken = new FakeChannel();
    broken.hangs().completeExceptionally(new IllegalStateException("bug"));
    var fanout = fanout(Team.named("a").over(broken));
    // When
    publish(fanout, residential().build());
    time.pass(Duration.ofMinutes(1));
    // Then
    assertThat(outcomes()).containsExactly(RETRY_LATER, DELIVERED);
  }

  @Test
  void shouldSuppressWhatIsStaleUnlessHistoryIsWanted() {
    // Given
    var pager = new FakeChannel();
    var screen = new FakeChannel();
    var fanout =
        fanout(Team.named("pager").over(pager), Team.named("screen").history().over(screen));
    // When
    time.pass(Duration.between(SENT, EXPIRES).minusMillis(1));
    publish(fanout, residential().build());
    time.pass(Duration.ofMillis(1));
    publish(fanout, residential().setAlertId("other").build());
    // Then
    assertThat(pager.received).hasSize(1);
    assertThat(screen.received).hasSize(2);
    assertThat(recorded)
        .filteredOn(d -> d.getOutcome() == SUPPRESSED)
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.getReason()).isEqualTo("STALE");
              assertThat(d.getAttempt()).isZero();
            });
    assertThat(share.committable()).isEqualTo(2);
  }

  @Test
  void shouldCancelAtExactlyThoseWhoWereTold() {
    // Given
    var told = new FakeChannel();
    var refused = new FakeChannel().answers(new Answer.Refused("GONE"));
    var elsewhere = new FakeChannel();
    var fanout =
        fanout(
            Team.named("told").over(told),
            Team.named("refused").over(refused),
            Team.named("elsewhere").areas("homs").over(elsewhere));
    publish(fanout, residential().build());
    // When
    publish(fanout, revision(residential().setArea("homs"), 2, MessageType.CANCEL));
    // Then
    assertThat(told.revisions()).containsExactly(1, 2);
    assertThat(refused.revisions()).containsExactly(1);
    assertThat(elsewhere.received).isEmpty();
  }

  @Test
  void shouldCancelAtThoseWhoWereToldTenDaysBefore() {
    // Given
    var told = new FakeChannel();
    var fanout = fanout(Team.named("told").over(told));
    publish(fanout, residential().build());
    // When
    time.pass(Duration.ofDays(10));
    var now = SENT.plus(Duration.ofDays(10));
    var cancel = Alert.newBuilder(revision(residential(), 2, MessageType.CANCEL)).setSentAt(now);
    publish(fanout, cancel.setExpiresAt(now.plus(Duration.ofDays(1))).build());
    // Then
    assertThat(told.revisions()).containsExactly(1, 2);
  }

  @Test
  void shouldCancelAfterAnAlertThatWasStillOnItsWay() {
    // Given
    var late = new FakeChannel().answers(FAILURE);
    var never = new FakeChannel().answers(FAILURE, new Answer.Refused("GONE"));
    var fanout = fanout(Team.named("late").over(late), Team.named("never").over(never));
    publish(fanout, residential().build());
    // When
    publish(fanout, revision(residential(), 2, MessageType.CANCEL));
    time.pass(Duration.ofMinutes(1));
    // Then
    assertThat(late.revisions()).containsExactly(1, 1, 2);
    assertThat(never.revisions()).containsExactly(1, 1);
    assertThat(recorded.get(recorded.size() - 1).getReason()).isEqualTo("NOT_TOLD");
    assertThat(share.committable()).isEqualTo(2);
  }

  @Test
  void shouldUpdateThoseWhoWereToldAndThoseWhomItConcernsNow() {
    // Given
    var before = new FakeChannel();
    var now = new FakeChannel();
    var fanout =
        fanout(
            Team.named("before").neighbourhoods("aleppo/al-fardous").over(before),
            Team.named("now").neighbourhoods("aleppo/salah").over(now));
    publish(fanout, residential().build());
    // When
    publish(
        fanout,
        revision(residential().setNeighbourhoods(List.of("aleppo/salah")), 2, MessageType.UPDATE));
    // Then
    assertThat(before.revisions()).containsExactly(1, 2);
    assertThat(now.revisions()).containsExactly(2);
  }

  @Test
  void shouldSkipWhatTheLedgerSaysWasDelivered() {
    // Given
    var first = new FakeChannel();
    publish(fanout(Team.named("a").over(first)), residential().build());
    var again = new FakeChannel();
    var restarted = fanout(Team.named("a").over(again));
    List.copyOf(recorded).forEach(restarted::remember);
    // When
    publish(restarted, residential().build());
    publish(restarted, revision(residential(), 2, MessageType.CANCEL));
    // Then
    assertThat(again.revisions()).containsExactly(2);
    assertThat(restarted.counts().pending()).isZero();
  }

  @Test
  void shouldGoOnCountingAttemptsAfterARestart() {
    // Given
    var down = new FakeChannel().answers(FAILURE);
    publish(fanout(Team.named("a").over(down)), residential().build());
    var restarted = fanout(Team.named("a").over(new FakeChannel()));
    List.copyOf(recorded).forEach(restarted::remember);
    // When
    publish(restarted, residential().build());
    // Then
    assertThat(recorded).extracting(Delivery::getAttempt).containsExactly(1, 2);
    assertThat(recorded.get(1).getIdempotencyKey()).isEqualTo(recorded.get(0).getIdempotencyKey());
  }

  @Test
  void shouldNotSendTheNextBeforeTheOutcomeIsRecorded() {
    // Given
    var written = new CompletableFuture<Void>();
    var channel = new FakeChannel();
    var fanout =
        new Fanout(
            Team.roster(Team.named("a").over(channel)),
            (delivery, isPrivate) -> written,
            new Backoff(Backoff.STEPS, BackoffTest.LONGEST),
            time,
            time);
    // When
    publish(fanout, residential().build());
    publish(fanout, revision(residential(), 2, MessageType.UPDATE));
    // Then
    assertThat(channel.revisions()).containsExactly(1);
    assertThat(share.committable()).isZero();
    written.complete(null);
    time.settle();
    assertThat(channel.revisions()).containsExactly(1, 2);
    assertThat(share.committable()).isEqualTo(2);
  }

  @Test
  void shouldLeaveToTheNextInstanceWhatWaitsToBeRetried() {
    // Given
    var channel = new FakeChannel().answers(FAILURE);
    var fanout = fanout(Team.named("a").over(channel));
    publish(fanout, residential().build());
    // When
    fanout.leave(share);
    time.pass(Duration.ofMinutes(1));
    fanout.accept(residential().setAlertId("other").build(), new Share(0), 0);
    time.settle();
    // Then
    assertThat(channel.received)
        .extracting(message -> message.alert().getAlertId())
        .containsExactly("strike:s1", "other");
    assertThat(share.committable()).isZero(); // so that the next one reads it
  }

  @Test
  void shouldLeaveToTheNextInstanceWhatWaitsBehindAnother() {
    // Given one that is under way, and one behind it
    var channel = new FakeChannel();
    var answer = channel.hangs();
    var fanout = fanout(Team.named("a").over(channel));
    publish(fanout, residential().build());
    publish(fanout, residential().setAlertId("behind").build());
    // When
    fanout.leave(share);
    answer.complete(new Answer.Accepted());
    time.settle();
    // Then
    assertThat(channel.received).hasSize(1);
    assertThat(share.isQuiet()).isTrue();
    assertThat(share.committable()).isLessThan(2);
  }

  @Test
  void shouldWaitForAnAttemptWheneverItIsToldToStop() {
    // Given a fan-out that is told to stop when it asks for the time, each time at a later question
    var sent = 0;
    for (var question = 1; question <= 20; question++) {
      var channel = new FakeChannel();
      var answer = channel.hangs();
      var stopping = new StoppingClock(question);
      var fanout =
          new Fanout(
              Team.roster(Team.named("a").over(channel)),
              (delivery, isPrivate) -> CompletableFuture.completedFuture(null),
              new Backoff(Backoff.STEPS, BackoffTest.LONGEST),
              stopping,
              time);
      stopping.fanout = fanout;
      // When
      fanout.accept(residential().build(), new Share(0), 0);
      time.settle();
      // Then
      if (!channel.received.isEmpty() && stopping.quiet != null) {
        assertThat(stopping.quiet).isNotDone();
        answer.complete(new Answer.Accepted());
        time.settle();
        assertThat(stopping.quiet).isCompleted();
        sent++;
      }
    }
    assertThat(sent).isPositive();
  }

  /** Stops a fan-out in the midst of its work, as a thread of its own would. */
  private static final class StoppingClock extends ManualLoop {
    private @Nullable Fanout fanout;
    private @Nullable CompletableFuture<Void> quiet;
    private int questions;

    private StoppingClock(int questions) {
      super(SENT);
      this.questions = questions;
    }

    @Override
    public Instant instant() {
      if (fanout != null && --questions == 0) {
        quiet = fanout.stop();
      }
      return super.instant();
    }
  }

  @Test
  void shouldStartNoAttemptOnceItIsStopping() {
    // Given
    var channel = new FakeChannel();
    var answer = channel.hangs();
    var fanout = fanout(Team.named("a").over(channel));
    publish(fanout, residential().build());
    publish(fanout, revision(residential(), 2, MessageType.UPDATE));
    // When
    var quiet = fanout.stop();
    time.settle();
    assertThat(quiet).isNotDone();
    answer.complete(new Answer.Accepted());
    time.settle();
    // Then
    assertThat(quiet).isCompleted();
    assertThat(channel.revisions()).containsExactly(1);
    assertThat(share.committable()).isEqualTo(1);
  }

  private Fanout fanout(Recipient... recipients) {
    return new Fanout(
        Team.roster(recipients),
        (delivery, isPrivate) -> {
          recorded.add(delivery);
          return CompletableFuture.completedFuture(null);
        },
        new Backoff(Backoff.STEPS, BackoffTest.LONGEST),
        time,
        time);
  }

  private void publish(Fanout fanout, Alert alert) {
    fanout.accept(alert, share, offset++);
    time.settle();
  }

  private List<DeliveryOutcome> outcomes() {
    return recorded.stream().map(Delivery::getOutcome).toList();
  }
}
