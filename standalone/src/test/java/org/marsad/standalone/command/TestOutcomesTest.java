package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.schemas.MessageCodec;

class TestOutcomesTest {
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  static {
    var unused = MessageCodec.of(Delivery.class); // lets Avro make our own classes
  }

  private final TestOutcomes outcomes = new TestOutcomes("test:a", "a", Set.of("hook", "mail"));

  @Test
  void shouldTellTheOutcomeAndTheAgeOfTheLastSuccessOfEachChannel() {
    // When
    outcomes.add(
        delivery("earlier", "a", "hook", DeliveryOutcome.DELIVERED, NOW.minusSeconds(7_300)));
    outcomes.add(delivery("other", "b", "mail", DeliveryOutcome.DELIVERED, NOW));
    outcomes.add(delivery("test:a", "a", "hook", DeliveryOutcome.DELIVERED, NOW));
    outcomes.add(delivery("test:a", "a", "mail", DeliveryOutcome.GAVE_UP, NOW));
    // Then
    assertThat(outcomes.lines(NOW))
        .containsExactly(
            "hook             DELIVERED                last success before: 2 h ago",
            "mail             GAVE_UP WHY              last success before: never");
    assertThat(outcomes.isComplete(Duration.ZERO)).isTrue();
    assertThat(outcomes.allDelivered()).isFalse();
  }

  @Test
  void shouldWaitForEveryChannelAndForTheLastAttempt() {
    outcomes.add(delivery("test:a", "a", "hook", DeliveryOutcome.DELIVERED, NOW));
    assertThat(outcomes.isComplete(Duration.ZERO)).isFalse();
    outcomes.add(delivery("test:a", "a", "mail", DeliveryOutcome.RETRY_LATER, NOW));
    assertThat(outcomes.isComplete(Duration.ZERO)).isFalse();
    outcomes.add(delivery("test:a", "a", "mail", DeliveryOutcome.DELIVERED, NOW));
    assertThat(outcomes.isComplete(Duration.ZERO)).isTrue();
    assertThat(outcomes.allDelivered()).isTrue();
  }

  private static Delivery delivery(
      String alert, String subscriber, String channel, DeliveryOutcome outcome, Instant at) {
    return Delivery.newBuilder()
        .setAlertId(alert)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel(channel)
        .setOutcome(outcome)
        .setReason(outcome == DeliveryOutcome.DELIVERED ? null : "WHY")
        .setAttempt(1)
        .setIdempotencyKey("k")
        .setAt(at)
        .setSeverity(Severity.EXTREME)
        .setReality(Reality.TEST)
        .setInterrupts(true)
        .build();
  }
}
