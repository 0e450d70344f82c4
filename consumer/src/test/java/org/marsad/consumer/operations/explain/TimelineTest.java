package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.residential;
import static org.marsad.consumer.operations.explain.Messages.NOON;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.consumer.operations.explain.Timeline.Event;
import org.marsad.consumer.operations.explain.Timeline.Kind;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Intent;
import org.marsad.message.ResidentialBasis;

class TimelineTest {
  private static final Alert ALERT =
      residential(ResidentialBasis.MAP, "LAND_USE_RESIDENTIAL")
          .setSentAt(NOON.plus(Duration.ofMinutes(3)))
          .build();

  @Test
  void shouldTellInOrderWhatHappenedAroundAnAlert() {
    // When
    var events = events();
    // Then
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(Kind.REPORT, Kind.STRIKE, Kind.REVISION, Kind.DELIVERY, Kind.ANSWER);
    assertThat(Timeline.json(events).get(0).toString())
        .startsWith(
            "{\"at\":\"2016-10-11T09:03:00Z\",\"event\":\"REPORT\",\"reportId\":\"src-a:1\"")
        .doesNotContain("secret", "36.2", "37.15", "the mill");
    assertThat(Timeline.json(events).get(4).toString())
        .isEqualTo(
            "{\"at\":\"2016-10-11T09:05:00Z\",\"event\":\"ANSWER\",\"revision\":1,"
                + "\"subscriber\":\"crew\",\"team\":\"red\",\"intent\":\"EN_ROUTE\","
                + "\"channel\":\"page\"}");
  }

  private static List<Event> events() {
    var report =
        report("1", "src-a", 0)
            .setLat(36.2)
            .setLon(37.15)
            .setRadiusMetres(100.0)
            .setNote("secret note")
            .build();
    var told = NOON.plus(Duration.ofMinutes(4));
    var delivery =
        Delivery.newBuilder()
            .setAlertId(ALERT.getAlertId())
            .setRevision(1)
            .setMessageType(ALERT.getMessageType())
            .setReality(ALERT.getReality())
            .setSeverity(ALERT.getSeverity())
            .setSubscriber("crew")
            .setChannel("page")
            .setOutcome(DeliveryOutcome.DELIVERED)
            .setAttempt(1)
            .setIdempotencyKey("msg_1")
            .setInterrupts(true)
            .setAt(told)
            .build();
    var answer =
        new Acknowledgement(
            ALERT.getAlertId(), 1, "crew", "red", Intent.EN_ROUTE, "page", told.plusSeconds(60));
    return Timeline.of(
        evidence(
            List.of(ALERT),
            town("Saint Hidden", 36.2),
            List.of(strike("s-1", report).build()),
            List.of(report)),
        new DeliveryStory(ALERT, List.of(delivery), List.of(answer)));
  }
}
