package org.marsad.consumer.operations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

class RecipientsTest {
  private final Recipients recipients =
      new Recipients(
          "strike:s1",
          List.of(
              delivery("strike:s1", "crew-west"),
              delivery("strike:s1", "crew-east"),
              delivery("strike:s0", "ops")),
          List.of(delivery("strike:s1", "hidden-hospital")));

  @Test
  void shouldRefuseAMistypedNameAndNameThoseWhomTheAlertWasFor() {
    assertThat(recipients.faults("crew-eats"))
        .containsExactly(
            "subscriber: crew-eats (expected: a subscriber; this alert was for crew-east,"
                + " crew-west)");
    assertThat(new Recipients("strike:s1", List.of(), List.of()).faults("nobody"))
        .containsExactly("subscriber: nobody (expected: a subscriber)");
  }

  @Test
  void shouldKnowWhomTheAlertWasForAndWhomAnotherWas() {
    assertThat(recipients.concerns("crew-east")).isTrue();
    assertThat(recipients.faults("hidden-hospital")).isEmpty();
    assertThat(recipients.concerns("hidden-hospital")).isTrue();
    assertThat(recipients.faults("ops")).isEmpty();
    assertThat(recipients.concerns("ops")).isFalse();
  }

  private static Delivery delivery(String alertId, String subscriber) {
    return Delivery.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel("sms")
        .setOutcome(DeliveryOutcome.DELIVERED)
        .setAttempt(1)
        .setIdempotencyKey("msg_1")
        .setAt(Instant.EPOCH)
        .setSeverity(Severity.SEVERE)
        .setReality(Reality.ACTUAL)
        .setInterrupts(true)
        .build();
  }
}
