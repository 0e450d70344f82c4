package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;

class OpenAlertsTest {
  private static final ReplyKey KEY = ReplyKey.of("a key of thirty-two characters !");
  private static final String CODE = new ReplyCodes(KEY).of("strike:s1", "crew");

  private Instant now = SENT;
  private final OpenAlerts alerts = new OpenAlerts(KEY, clock());

  @Test
  void shouldFindByTheCodeWhatWasDelivered() {
    // When
    alerts.onAlert(residential().build());
    alerts.onDelivery(delivered("crew", 1));
    alerts.onDelivery(delivered("crew", 2));
    // Then
    assertThat(alerts.byCode(CODE)).containsExactly(new Told("strike:s1", 2, "crew"));
    assertThat(alerts.byCode(new ReplyCodes(KEY).of("strike:s1", "other"))).isEmpty();
  }

  @Test
  void shouldFindItWhicheverTopicIsReadFirst() {
    // When
    alerts.onDelivery(delivered("crew", 1));
    // Then
    assertThat(alerts.byCode(CODE)).hasSize(1);
    assertThat(alerts.find("strike:s1")).isEmpty();
    // When
    alerts.onAlert(residential().build());
    // Then
    assertThat(alerts.find("strike:s1")).isPresent();
    assertThat(alerts.byCode(CODE)).hasSize(1);
  }

  @Test
  void shouldNotCountWhatDidNotArrive() {
    // When
    alerts.onAlert(residential().build());
    alerts.onDelivery(
        Delivery.newBuilder(delivered("crew", 1)).setOutcome(DeliveryOutcome.GAVE_UP).build());
    // Then
    assertThat(alerts.byCode(CODE)).isEmpty();
  }

  @Test
  void shouldForgetAnHourAfterTheAlertHasExpired() {
    // Given
    alerts.onAlert(residential().build());
    alerts.onDelivery(delivered("crew", 1));
    // When
    now = EXPIRES.plus(Duration.ofHours(1));
    assertThat(alerts.byCode(CODE)).hasSize(1);
    now = now.plusMillis(1);
    // Then
    assertThat(alerts.byCode(CODE)).isEmpty();
    assertThat(alerts.find("strike:s1")).isEmpty();
  }

  @Test
  void shouldKeepTheNewestRevision() {
    // When
    alerts.onAlert(revision(residential(), 2, MessageType.CANCEL));
    alerts.onAlert(residential().build());
    // Then
    assertThat(alerts.find("strike:s1").orElseThrow().getRevision()).isEqualTo(2);
  }

  @Test
  void shouldFindTheOpenOnesAmongManyThatAreOver() {
    // When
    for (var i = 0; i < 5_000; i++) {
      now = SENT;
      alerts.onAlert(residential().setAlertId("old-" + i).build());
      alerts.onDelivery(Delivery.newBuilder(delivered("crew", 1)).setAlertId("old-" + i).build());
      now = EXPIRES.plus(Duration.ofHours(2));
    }
    alerts.onAlert(residential().setExpiresAt(now.plusSeconds(60)).build());
    alerts.onDelivery(delivered("crew", 1));
    // Then
    assertThat(alerts.byCode(CODE)).hasSize(1);
    assertThat(alerts.byCode(new ReplyCodes(KEY).of("old-0", "crew"))).isEmpty();
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static Delivery delivered(String subscriber, int revision) {
    return Delivery.newBuilder()
        .setAlertId("strike:s1")
        .setRevision(revision)
        .setMessageType(MessageType.ALERT)
        .setSubscriber(subscriber)
        .setChannel("sms")
        .setOutcome(DeliveryOutcome.DELIVERED)
        .setAttempt(1)
        .setSeverity(Severity.SEVERE)
        .setReality(Reality.ACTUAL)
        .setIdempotencyKey("msg_1")
        .setAt(SENT)
        .build();
  }
}
