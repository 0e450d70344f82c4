package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Intent;

/** Nobody answers, and the fan-out is started again while it waits for that. */
class EscalationIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration AFTER = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private AlertLog log;
  private Hook pager;
  private Hook night;
  private Path subscribers;

  @BeforeEach
  void start() throws Exception {
    log = new AlertLog(folder.resolve("broker"));
    pager = Hook.healthy();
    night = Hook.healthy();
    subscribers = Files.writeString(folder.resolve("s.yaml"), crew());
  }

  @AfterEach
  void stop() {
    pager.close();
    night.close();
    log.close();
  }

  @Test
  void shouldTellTheNextChannelOnceWhenItsTimeComesAfterARestart() throws Exception {
    // Given a crew that is told of two strikes, and answers one of them
    try (var fanout = fanout(Clock.systemUTC())) {
      log.publish(AlertLog.strike("unanswered").build(), AlertLog.strike("answered").build());
      await().atMost(PATIENCE).until(() -> isThrough(fanout) && log.outcomes("crew").size() == 2);
      answer("answered");
    }
    var told = at("pager");
    // When it is started again before the time has come
    try (var fanout = fanout(startsAt(told.plus(AFTER).minus(Duration.ofMinutes(1))))) {
      await().atMost(PATIENCE).until(() -> isThrough(fanout));
      assertThat(night.came()).isEmpty();
    }
    // When it is started again, and the time comes while it runs
    try (var fanout = fanout(startsAt(told.plus(AFTER).minusSeconds(5)))) {
      await().atMost(PATIENCE).until(() -> fanout.counts().delivered() > 0);
      // Then
      assertThat(night.messages()).containsExactly("unanswered 1");
      assertThat(Duration.between(told, at("night"))).isBetween(AFTER, AFTER.plus(PATIENCE));
    }
    // When the log is read anew, long after
    try (var fanout = fanout(startsAt(told.plus(AFTER.multipliedBy(3))), "another")) {
      await().atMost(PATIENCE).until(() -> isThrough(fanout));
    }
    // Then
    assertThat(night.messages()).containsExactly("unanswered 1");
    assertThat(pager.messages()).containsExactlyInAnyOrder("unanswered 1", "answered 1");
    assertThat(log.outcomes("crew")).hasSize(3).containsOnly("DELIVERED");
  }

  private FanoutApp fanout(Clock clock) throws IOException {
    return fanout(clock, "marsad-fanout");
  }

  private FanoutApp fanout(Clock clock, String group) throws IOException {
    return log.fanout(subscribers, Map.of("group.id", group), clock);
  }

  /** Whether it has taken both alerts, and nothing is left to send for now. */
  private static boolean isThrough(FanoutApp fanout) {
    return fanout.counts().alerts() == 2 && fanout.isDrained();
  }

  /** The time as it would be had the machine been off until then. */
  private static Clock startsAt(Instant time) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), time));
  }

  /** When the strike that nobody answers reached the crew over a channel. */
  private Instant at(String channel) {
    return log.deliveries("crew").stream()
        .filter(delivery -> delivery.getAlertId().equals("unanswered"))
        .filter(delivery -> delivery.getChannel().equals(channel))
        .filter(delivery -> delivery.getOutcome() == DeliveryOutcome.DELIVERED)
        .map(Delivery::getAt)
        .findFirst()
        .orElseThrow();
  }

  private void answer(String alertId) {
    try (var answers = AcknowledgementsTopic.of(log.kafka(), AlertLog.TOPICS)) {
      var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      answers
          .publish(new Acknowledgement(alertId, 1, "crew", "red", Intent.EN_ROUTE, "pager", now))
          .join();
    }
  }

  private String crew() {
    return """
    - id: crew
      role: RESCUE
      areas: [aleppo]
      channels:
        - {name: pager, type: webhook, url: "%s", secret: %s, own-network: true}
        - {name: night, type: webhook, url: "%s", secret: %s, own-network: true}
      escalation:
        - {after: %s, channel: night}
    """
        .formatted(pager.url(), SECRET, night.url(), SECRET, AFTER);
  }
}
