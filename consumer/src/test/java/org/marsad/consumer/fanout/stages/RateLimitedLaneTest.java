package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.message.MessageType.ALERT;
import static org.marsad.message.MessageType.UPDATE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/** A channel that takes two messages a minute. */
class RateLimitedLaneTest {
  private final Stage stage = new Stage(SENT);
  private final FakeChannel channel = new FakeChannel();
  private final Fanout fanout = stage.fanout(Team.named("a").perMinute(2).over(channel));

  @Test
  void shouldMakeTheThirdWaitForItsSlotAndRecordItOnce() {
    // When
    for (var alert : List.of("a", "b", "c", "d", "e")) {
      stage.publish(fanout, alert(alert, 1, ALERT));
    }
    // Then
    assertThat(sent()).containsExactly("a 1", "b 1");
    assertThat(stage.outcomes())
        .containsExactly("1 DELIVERED null", "1 DELIVERED null", "1 RETRY_LATER RATE_LIMITED");
    assertThat(stage.recorded().get(2).getNextAttemptAt()).isEqualTo(SENT.plusSeconds(60));
    assertThat(stage.recorded().get(2).getAttempt()).isZero();
    stage.pass(Duration.ofSeconds(60).minusMillis(1));
    assertThat(sent()).hasSize(2);
    stage.pass(Duration.ofMillis(1));
    assertThat(sent()).containsExactly("a 1", "b 1", "c 1", "d 1");
    stage.pass(Duration.ofMinutes(1));
    assertThat(sent()).hasSize(5);
    assertThat(stage.outcomes().stream().filter("1 RETRY_LATER RATE_LIMITED"::equals)).hasSize(2);
    assertThat(stage.committable()).isEqualTo(5);
  }

  @Test
  void shouldSendRepeatStrikesAtOnceAndFirstAlertsBeforeUpdates() {
    // Given
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("b", 1, ALERT));
    // When
    stage.publish(fanout, alert("a", 2, UPDATE));
    stage.publish(fanout, alert("b", 2, UPDATE));
    stage.publish(fanout, alert("c", 1, ALERT));
    stage.publish(fanout, repeat().build());
    // Then
    assertThat(sent()).containsExactly("a 1", "b 1", "strike:s2 1");
    stage.pass(Duration.ofMinutes(2));
    assertThat(sent().subList(3, 6)).containsExactly("c 1", "a 2", "b 2");
  }

  @Test
  void shouldCountARepeatStrikeThoughItNeverWaits() {
    // When
    stage.publish(fanout, repeat().build());
    stage.publish(fanout, revision(repeat(), 2, UPDATE));
    stage.publish(fanout, revision(repeat(), 3, UPDATE));
    stage.publish(fanout, alert("a", 1, ALERT));
    // Then
    assertThat(sent()).hasSize(3);
    stage.pass(Duration.ofMinutes(1));
    assertThat(sent()).hasSize(4);
  }

  @Test
  void shouldSendOnlyTheNewestOfWhatWaitedForItsSlot() {
    // Given
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("b", 1, ALERT));
    // When
    for (var revision = 2; revision <= 10; revision++) {
      stage.publish(fanout, alert("a", revision, UPDATE));
    }
    stage.pass(Duration.ofMinutes(1));
    // Then
    assertThat(sent()).containsExactly("a 1", "b 1", "a 10");
  }

  @Test
  void shouldCountRetriesToo() {
    // Given
    var failure = new Answer.TryAgain("HTTP_500");
    channel.answers(failure, failure);
    // When
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.pass(Duration.ofSeconds(59));
    // Then
    assertThat(sent()).hasSize(2);
    stage.pass(Duration.ofSeconds(1));
    assertThat(sent()).hasSize(3);
  }

  @Test
  void shouldSuppressWhatExpiresBeforeItsSlot() {
    // Given
    stage.pass(Duration.between(SENT, EXPIRES).minusSeconds(30));
    stage.publish(fanout, alert("a", 1, ALERT));
    stage.publish(fanout, alert("b", 1, ALERT));
    // When
    stage.publish(fanout, alert("c", 1, ALERT));
    stage.pass(Duration.ofMinutes(2));
    // Then
    assertThat(sent()).hasSize(2);
    assertThat(stage.outcomes().subList(2, 4))
        .containsExactly("1 RETRY_LATER RATE_LIMITED", "1 SUPPRESSED STALE");
  }

  @Test
  void shouldLimitNobodyElse() {
    // Given
    var other = new FakeChannel();
    var both =
        stage.fanout(Team.named("limited").perMinute(2).over(channel), Team.named("b").over(other));
    // When
    for (var number = 0; number < 100; number++) {
      stage.publish(both, alert("alert-" + number, 1, ALERT));
    }
    // Then
    assertThat(channel.received).hasSize(2);
    assertThat(other.received).hasSize(100);
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
