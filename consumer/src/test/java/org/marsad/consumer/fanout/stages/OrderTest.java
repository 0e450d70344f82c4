package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.message.MessageType.ALERT;
import static org.marsad.message.MessageType.CANCEL;
import static org.marsad.message.MessageType.UPDATE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Message;
import org.marsad.message.Alert;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/** What goes first to a receiver that is slow, and what need not go any more. */
class OrderTest {
  private static final Answer.TryAgain FAILURE = new Answer.TryAgain("HTTP_500");

  private final Stage stage = new Stage(SENT);
  private final FakeChannel channel = new FakeChannel();

  @Test
  void shouldSendRepeatStrikesThenNewsThenUpdates() {
    // Given a recipient that knows of a strike, and is slow with the next message
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("known", 1, ALERT));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, alert("known", 2, UPDATE));
    stage.publish(fanout, alert("new", 1, ALERT));
    stage.publish(fanout, repeat().build());
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent().subList(2, 5)).containsExactly("strike:s2 1", "new 1", "known 2");
  }

  @Test
  void shouldNotLetACancelWaitBehindUpdates() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("b", 1, ALERT));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, alert("a", 2, UPDATE));
    stage.publish(fanout, alert("b", 2, CANCEL));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent().subList(3, 5)).containsExactly("b 2", "a 2");
  }

  @Test
  void shouldSendOnlyTheNewestOfSeveralUpdatesThatWait() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    for (var revision = 2; revision <= 5; revision++) {
      stage.publish(fanout, alert("a", revision, UPDATE));
    }
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent()).containsExactly("a 1", "a 5");
    assertThat(stage.outcomes())
        .containsExactly(
            "2 SUPPRESSED SUPERSEDED",
            "3 SUPPRESSED SUPERSEDED",
            "4 SUPPRESSED SUPERSEDED",
            "1 DELIVERED null",
            "5 DELIVERED null");
    assertThat(stage.committable()).isEqualTo(5);
  }

  @Test
  void shouldCountTheNewestStateOfAnUnsentAlertAsFirstContact() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("known", 1, ALERT));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    stage.publish(fanout, alert("known", 2, UPDATE));
    // When
    stage.publish(fanout, alert("new", 1, ALERT));
    stage.publish(fanout, alert("new", 2, UPDATE));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent().subList(2, 4)).containsExactly("new 2", "known 2");
  }

  @Test
  void shouldTellNothingOfWhatWasWithdrawnBeforeItWasSent() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("a", 2, CANCEL));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent()).containsExactly("slow 1");
    assertThat(stage.outcomes())
        .containsExactly("1 SUPPRESSED SUPERSEDED", "1 DELIVERED null", "2 SUPPRESSED NOT_TOLD");
    assertThat(stage.committable()).isEqualTo(3);
  }

  /** An escalation may hand a lane what waits in it already. */
  @Test
  void shouldSendARevisionThatCameTwiceOnce() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("a", 1, ALERT));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(sent()).containsExactly("slow 1", "a 1");
    assertThat(stage.committable()).isEqualTo(3);
  }

  @Test
  void shouldGroupNothingOfThoseWhoWantItsHistory() {
    // Given
    var screen = new FakeChannel();
    var fanout =
        stage.fanout(Team.named("a").over(channel), Team.named("screen").history().over(screen));
    var answers = List.of(channel.hangs(), screen.hangs());
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    for (var revision = 1; revision <= 3; revision++) {
      stage.publish(fanout, alert("a", revision, revision == 1 ? ALERT : UPDATE));
    }
    answers.forEach(answer -> answer.complete(new Answer.Accepted()));
    stage.settle();
    // Then
    assertThat(channel.sent()).containsExactly("slow 1", "a 3");
    assertThat(screen.sent()).containsExactly("slow 1", "a 1", "a 2", "a 3");
  }

  /** The news that rescuers are in danger is not dropped for one that no longer says so. */
  @Test
  void shouldNotDropTheNewsOfASecondStrikeForARevisionWithoutIt() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, repeat().build());
    stage.publish(fanout, revision(repeat(), 2, UPDATE));
    stage.publish(fanout, revision(repeat().setFindings(List.of()), 3, UPDATE));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(channel.sent()).containsExactly("slow 1", "strike:s2 2", "strike:s2 3");
  }

  /** Of those without the news one replaces another; that says nothing of the news. */
  @Test
  void shouldSendTheNewsOfASecondStrikeThoughLaterRevisionsReplaceEachOther() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, revision(repeat(), 2, ALERT));
    stage.publish(fanout, revision(repeat().setFindings(List.of()), 3, UPDATE));
    stage.publish(fanout, revision(repeat().setFindings(List.of()), 4, UPDATE));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(channel.sent()).containsExactly("slow 1", "strike:s2 2", "strike:s2 4");
    assertThat(stage.committable()).isEqualTo(4);
  }

  /**
   * A receiver that did not answer in time may have the message, so it has to know that it is over.
   */
  @Test
  void shouldCarryThroughWhatWasTriedThoughAnUpdateBehindItIsReplaced() {
    // Given
    channel.answers(new Answer.TryAgain("TIMEOUT"));
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    stage.publish(fanout, alert("a", 2, UPDATE));
    stage.publish(fanout, alert("a", 3, CANCEL));
    stage.pass(Duration.ofMinutes(1));
    // Then
    assertThat(sent()).containsExactly("a 1", "a 1", "a 3");
    assertThat(stage.committable()).isEqualTo(3);
  }

  /** What is real goes first; an exercise waits, even that of a second strike. */
  @Test
  void shouldSendWhatIsRealBeforeAnyExercise() {
    // Given
    var fanout =
        stage.fanout(Team.named("a").realities(Reality.ACTUAL, Reality.EXERCISE).over(channel));
    var slow = channel.hangs();
    stage.publish(fanout, alert("slow", 1, ALERT));
    // When
    stage.publish(fanout, repeat().setReality(Reality.EXERCISE).build());
    stage.publish(fanout, alert("real", 1, ALERT));
    slow.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(channel.sent()).containsExactly("slow 1", "real 1", "strike:s2 1");
  }

  /** The receiver is down; it may be back. */
  @Test
  void shouldTryARepeatStrikeOnceWithoutWaiting() {
    // Given
    channel.answers(FAILURE, FAILURE);
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    stage.publish(fanout, repeat().build());
    stage.publish(fanout, alert("b", 1, ALERT));
    // Then
    assertThat(sent()).containsExactly("a 1", "strike:s2 1");
    stage.pass(Duration.ofSeconds(2)); // the second failure in a row
    assertThat(sent().subList(2, 5)).containsExactly("strike:s2 1", "a 1", "b 1");
  }

  @Test
  void shouldSendTheRestWhenARepeatStrikeHasFoundTheReceiverBack() {
    // Given
    channel.answers(new Answer.TryAgain("HTTP_429", Duration.ofMinutes(7)));
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    stage.publish(fanout, repeat().build());
    // Then
    assertThat(sent()).containsExactly("a 1", "strike:s2 1", "a 1");
  }

  @Test
  void shouldNotHoldOthersUpWhenAReceiverRejectsOneMessage() {
    // Given
    var rejected = new Answer.Rejected("HTTP_422");
    channel.answers(rejected);
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    stage.publish(fanout, alert("b", 1, ALERT));
    // Then
    assertThat(sent()).containsExactly("a 1", "b 1");
    stage.pass(Duration.ofSeconds(1));
    assertThat(sent()).containsExactly("a 1", "b 1", "a 1");
    assertThat(stage.recorded())
        .last()
        .satisfies(last -> assertThat(last.getOutcome()).isEqualTo(DeliveryOutcome.DELIVERED));
  }

  @Test
  void shouldWithdrawAtOnceThoughAnUpdateIsRejectedAgainAndAgain() {
    // Given
    var choosy = rejecting("a", 2);
    var fanout = stage.fanout(Team.named("a").over(choosy));
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("a", 2, UPDATE));
    stage.pass(Duration.ofMinutes(1));
    // When
    stage.publish(fanout, alert("a", 3, CANCEL));
    // Then
    assertThat(choosy.sent()).last().isEqualTo("a 3");
    assertThat(stage.outcomes()).endsWith("2 GAVE_UP SUPERSEDED", "3 DELIVERED null");
    assertThat(stage.committable()).isEqualTo(3);
  }

  @Test
  void shouldWithdrawOnceTheUpdateUnderWayIsRejected() {
    // Given
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, alert("a", 1, ALERT));
    var slow = channel.hangs();
    stage.publish(fanout, alert("a", 2, UPDATE));
    stage.publish(fanout, alert("a", 3, CANCEL));
    // When
    slow.complete(new Answer.Rejected("HTTP_422"));
    stage.settle();
    // Then
    assertThat(sent()).containsExactly("a 1", "a 2", "a 3");
    assertThat(stage.committable()).isEqualTo(3);
  }

  private static FakeChannel rejecting(String alertId, int revision) {
    return answering(alertId, revision, new Answer.Rejected("HTTP_422"));
  }

  /** Gives this answer to one message however often it comes, and takes all others. */
  private static FakeChannel answering(String alertId, int revision, Answer answer) {
    return new FakeChannel() {
      @Override
      public CompletableFuture<Answer> send(Message message) {
        var accepted = super.send(message);
        return shown(message).equals(alertId + " " + revision)
            ? CompletableFuture.completedFuture(answer)
            : accepted;
      }
    };
  }

  /** One message that it cannot take is not the receiver's end. */
  @Test
  void shouldSendTheOthersWhereAReceiverFailsOnOneMessageAgainAndAgain() {
    // Given
    var brittle = answering("a", 1, FAILURE);
    var fanout = stage.fanout(Team.named("a").over(brittle));
    stage.publish(fanout, alert("a", 1, ALERT));
    // When
    for (var number = 0; number < 20; number++) {
      stage.publish(fanout, alert("b" + number, 1, ALERT));
    }
    stage.pass(Duration.ofMinutes(1));
    // Then
    assertThat(fanout.counts().delivered()).isEqualTo(20);
    // When its time is over
    stage.pass(Duration.ofDays(1));
    assertThat(stage.committable()).isEqualTo(21);
  }

  /** A wrong password rejects all: then one at a time finds out whether it was mended. */
  @Test
  void shouldTryOneAtATimeOnceOneAfterTheOtherIsRejected() {
    // Given
    for (var attempt = 0; attempt < 200; attempt++) {
      channel.answers(new Answer.Rejected("HTTP_401"));
    }
    var fanout = stage.fanout(Team.named("a").over(channel));
    // When
    for (var number = 0; number < 100; number++) {
      stage.publish(fanout, alert("a" + number, 1, ALERT));
    }
    // Then
    assertThat(sent()).hasSize(5);
    stage.pass(Duration.ofHours(1));
    assertThat(sent()).hasSizeLessThan(60);
    // When it is mended
    while (channel.received.size() < 200) {
      stage.pass(Duration.ofHours(1));
    }
    stage.pass(Duration.ofMinutes(6));
    // Then
    assertThat(fanout.counts().delivered()).isEqualTo(100);
  }

  private List<String> sent() {
    return channel.received.stream()
        .map(message -> message.alert().getAlertId() + " " + message.alert().getRevision())
        .toList();
  }

  private static Alert alert(String alertId, int revision, MessageType type) {
    return revision(residential().setAlertId(alertId), revision, type);
  }
}
