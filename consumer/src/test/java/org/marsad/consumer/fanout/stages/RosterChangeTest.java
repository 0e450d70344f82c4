package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;
import org.marsad.message.MessageType;

/** Others can be told while alerts are on their way. */
class RosterChangeTest {
  private static final Answer.TryAgain FAILURE = new Answer.TryAgain("HTTP_500");

  private final Stage stage = new Stage(SENT);

  @Test
  void shouldConcludeWhatWaitsForOneWhoHasLeft() {
    // Given
    var channel = new FakeChannel().answers(FAILURE);
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, residential().build());
    assertThat(stage.committable()).isZero();
    // When
    fanout.use(Team.roster());
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(stage.outcomes()).containsExactly("1 RETRY_LATER HTTP_500", "1 SUPPRESSED REMOVED");
    assertThat(channel.received).hasSize(1);
    assertThat(stage.committable()).isEqualTo(1);
    assertThat(fanout.counts().pending()).isZero();
  }

  @Test
  void shouldConcludeAnAttemptUnderWayByItsAnswerAndTryNoMore() {
    // Given
    var channel = new FakeChannel();
    var answer = channel.hangs();
    var fanout = stage.fanout(Team.named("a").over(channel));
    stage.publish(fanout, residential().build());
    // When
    fanout.use(Team.roster());
    answer.complete(FAILURE);
    stage.pass(Duration.ofHours(1));
    // Then
    assertThat(stage.outcomes()).containsExactly("1 RETRY_LATER HTTP_500", "1 SUPPRESSED REMOVED");
    assertThat(channel.received).hasSize(1);
    assertThat(stage.committable()).isEqualTo(1);
  }

  @Test
  void shouldWithdrawNothingFromOneWhoHasLeft() {
    // Given
    var channel = new FakeChannel();
    var team = Team.named("a").over(channel);
    var fanout = stage.fanout(team);
    stage.publish(fanout, residential().build());
    // When
    fanout.use(Team.roster());
    stage.publish(fanout, revision(residential(), 2, MessageType.CANCEL));
    // Then
    assertThat(channel.revisions()).containsExactly(1);
    assertThat(stage.committable()).isEqualTo(2);
    // When it comes back, it still gets what comes then
    fanout.use(Team.roster(Team.named("a").over(channel)));
    stage.publish(fanout, revision(residential(), 3, MessageType.CANCEL));
    assertThat(channel.revisions()).containsExactly(1, 3);
  }

  @Test
  void shouldRetryAsTheSubscriberIsNow() {
    // Given
    var before = new FakeChannel().answers(FAILURE);
    var after = new FakeChannel();
    var fanout = stage.fanout(Team.named("a").over(before));
    stage.publish(fanout, residential().build());
    // When
    fanout.use(Team.roster(Team.named("a").language("ar").over(after)));
    stage.pass(Duration.ofMinutes(1));
    // Then
    assertThat(before.received).hasSize(1);
    assertThat(after.received.get(0).language()).isEqualTo(Locale.forLanguageTag("ar"));
    assertThat(after.received.get(0).idempotencyKey())
        .isEqualTo(before.received.get(0).idempotencyKey());
    assertThat(stage.outcomes()).containsExactly("1 RETRY_LATER HTTP_500", "1 DELIVERED null");
  }
}
