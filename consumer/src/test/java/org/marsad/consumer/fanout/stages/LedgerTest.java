package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.message.MessageType.CANCEL;
import static org.marsad.message.MessageType.UPDATE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.channels.Answer;

/** What is known for how long, seen through the fan-out. */
class LedgerTest {
  private final Stage stage = new Stage(SENT);
  private final FakeChannel channel = new FakeChannel();
  private final Fanout fanout = stage.fanout(Team.named("a").over(channel));

  @Test
  void shouldKnowForSevenDaysWhoWasTold() {
    // Given
    stage.publish(fanout, residential().build());
    stage.pass(Fanout.KEPT);
    // When
    stage.publish(
        fanout,
        revision(residential().setExpiresAt(stage.time.instant().plusSeconds(60)), 2, CANCEL));
    // Then
    assertThat(channel.revisions()).containsExactly(1, 2);
  }

  @Test
  void shouldForgetWhatIsFinalAfterSevenDaysWithoutNews() {
    // Given
    stage.publish(fanout, residential().build());
    stage.pass(Fanout.KEPT.plusMillis(1));
    // When
    var tomorrow = stage.time.instant().plus(Duration.ofDays(1));
    stage.publish(fanout, revision(residential().setExpiresAt(tomorrow), 2, CANCEL));
    // Then
    assertThat(channel.revisions()).containsExactly(1);
    assertThat(stage.committable()).isEqualTo(2);
  }

  @Test
  void shouldNotForgetWhatIsStillOnItsWay() {
    // Given
    var answer = channel.hangs();
    stage.publish(fanout, residential().build());
    stage.pass(Fanout.KEPT.multipliedBy(2));
    // When
    var tomorrow = stage.time.instant().plus(Duration.ofDays(1));
    stage.publish(fanout, revision(residential().setExpiresAt(tomorrow), 2, UPDATE));
    answer.complete(new Answer.Accepted());
    stage.settle();
    // Then
    assertThat(channel.revisions()).containsExactly(1, 2);
  }
}
