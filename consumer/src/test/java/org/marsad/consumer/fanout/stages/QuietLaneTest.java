package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.message.MessageType.CANCEL;
import static org.marsad.message.MessageType.UPDATE;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.subscribers.QuietHours;
import org.marsad.message.Alert;
import org.marsad.message.Severity;
import org.marsad.message.Urgency;

/** It is 14:25 in Aleppo, and this subscriber rests until 15:25. */
class QuietLaneTest {
  private static final QuietHours REST =
      new QuietHours(LocalTime.of(14, 0), LocalTime.of(15, 25), ZoneId.of("Asia/Damascus"));
  private static final Duration HOUR = Duration.ofHours(1);

  private final Stage stage = new Stage(SENT);
  private final FakeChannel channel = FakeChannel.appending();
  private final Fanout fanout = stage.fanout(Team.named("a").quiet(REST).over(channel));

  @Test
  void shouldHoldWhatCanWaitUntilTheQuietHoursEnd() {
    // When
    stage.publish(fanout, past().build());
    // Then
    assertThat(stage.outcomes()).containsExactly("1 RETRY_LATER QUIET_HOURS");
    assertThat(stage.recorded().get(0).getNextAttemptAt()).isEqualTo(SENT.plus(HOUR));
    assertThat(stage.committable()).isZero();
    stage.pass(HOUR.minusMillis(1));
    assertThat(channel.received).isEmpty();
    stage.pass(Duration.ofMillis(1));
    assertThat(channel.received).hasSize(1);
    assertThat(stage.committable()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "IMMEDIATE,SEVERE",
    "UNKNOWN,SEVERE",
    "PAST,EXTREME",
    "PAST,UNKNOWN",
  })
  void shouldNotHoldWhatIsOrMayBeImmediateOrExtreme(Urgency urgency, Severity severity) {
    // When
    stage.publish(fanout, past().setUrgency(urgency).setSeverity(severity).build());
    // Then
    assertThat(channel.received).hasSize(1);
  }

  @Test
  void shouldLetOthersPassOneThatIsHeld() {
    // When
    stage.publish(fanout, past().build());
    stage.publish(fanout, residential().setAlertId("now").build());
    stage.publish(fanout, repeat().setUrgency(Urgency.PAST).setSeverity(Severity.SEVERE).build());
    // Then
    assertThat(channel.received).hasSize(2);
  }

  @Test
  void shouldSuppressWhatExpiresBeforeTheQuietHoursEnd() {
    // When
    stage.publish(fanout, past().setExpiresAt(SENT.plus(HOUR)).build());
    stage.publish(
        fanout, past().setAlertId("other").setExpiresAt(SENT.plus(HOUR).plusMillis(1)).build());
    stage.pass(HOUR);
    // Then
    assertThat(stage.outcomes())
        .containsExactly(
            "1 SUPPRESSED QUIET_HOURS", "1 RETRY_LATER QUIET_HOURS", "1 DELIVERED null");
  }

  @Test
  void shouldSendTheNewestStateAtTheEndOrAtOnceWhenItBecomesUrgent() {
    // Given
    stage.publish(fanout, past().build());
    stage.publish(fanout, revision(past(), 2, UPDATE));
    assertThat(channel.received).isEmpty();
    // When
    stage.publish(fanout, revision(past().setSeverity(Severity.EXTREME), 3, UPDATE));
    stage.pass(HOUR);
    // Then
    assertThat(channel.revisions()).containsExactly(3);
  }

  @Test
  void shouldWithdrawAtOnceWhatWasToldAndSayNothingOfWhatWasHeld() {
    // Given
    stage.publish(fanout, residential().build());
    stage.publish(fanout, past().build());
    // When
    stage.publish(fanout, revision(residential().setUrgency(Urgency.PAST), 2, CANCEL));
    stage.publish(fanout, revision(past(), 2, CANCEL));
    stage.pass(HOUR);
    // Then
    assertThat(channel.received)
        .extracting(message -> message.alert().getAlertId())
        .containsExactly("strike:s1", "strike:s1");
    assertThat(stage.committable()).isEqualTo(4);
  }

  private static Alert.Builder past() {
    return residential().setAlertId("past").setUrgency(Urgency.PAST).setSeverity(Severity.SEVERE);
  }
}
