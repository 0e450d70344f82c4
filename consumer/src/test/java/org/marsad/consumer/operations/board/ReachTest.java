package org.marsad.consumer.operations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

class ReachTest {
  @Test
  void shouldCountWhomARevisionReachedOnceOverAllChannels() {
    // When
    var reach =
        Reach.of(
            List.of(
                delivery("crew", "sms", DeliveryOutcome.GAVE_UP, 3),
                delivery("crew", "webhook", DeliveryOutcome.DELIVERED, 1),
                delivery("desk", "page", DeliveryOutcome.DELIVERED, 1)));
    // Then
    assertThat(reach).isEqualTo(new Reach(2, 0));
  }

  @Test
  void shouldCountAsNotToldOnlyThoseWhoWereTried() {
    // When
    var reach =
        Reach.of(
            List.of(
                delivery("gone", "sms", DeliveryOutcome.GAVE_UP, 3),
                delivery("tried", "webhook", DeliveryOutcome.RETRY_LATER, 1),
                delivery("summarised", "sms", DeliveryOutcome.RETRY_LATER, 0),
                delivery("muted", "sms", DeliveryOutcome.SUPPRESSED, 0)));
    // Then
    assertThat(reach).isEqualTo(new Reach(0, 2));
  }

  private static Delivery delivery(
      String subscriber, String channel, DeliveryOutcome outcome, int attempt) {
    return Delivery.newBuilder()
        .setAlertId("strike:s1")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel(channel)
        .setOutcome(outcome)
        .setAttempt(attempt)
        .setIdempotencyKey("key")
        .setAt(Instant.parse("2026-11-30T12:00:00Z"))
        .setSeverity(Severity.SEVERE)
        .setReality(Reality.ACTUAL)
        .setInterrupts(true)
        .build();
  }
}
