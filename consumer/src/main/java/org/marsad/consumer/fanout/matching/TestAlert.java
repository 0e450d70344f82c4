package org.marsad.consumer.fanout.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;

/**
 * An alert that tests whether one subscriber is reached. It says nothing of the world: its reality
 * is TEST, its rule OTHER and its reason {@value #REASON}; it is addressed to the subscriber, goes
 * to it whatever it wants, and to nobody else.
 */
public final class TestAlert {
  private static final String REASON = "SUBSCRIBER_TEST";
  private static final Duration VALID = Duration.ofMinutes(10);

  private TestAlert() {}

  /** A test of a subscriber, which expires after ten minutes. */
  public static Alert of(String subscriber, String area, Instant now) {
    return Alert.newBuilder()
        .setAlertId("test:" + subscriber + ":" + now.toEpochMilli())
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setRule(Rule.OTHER)
        .setReality(Reality.TEST)
        .setSeverity(Severity.MINOR)
        .setUrgency(Urgency.IMMEDIATE) // also in quiet hours: somebody asked for it
        .setCertainty(Certainty.OBSERVED)
        .setSources(1)
        .setArea(area)
        .setTimeZone("UTC")
        .setOnset(now)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(now)
        .setExpiresAt(now.plus(VALID))
        .setAddressees(List.of(subscriber))
        .setReason(new Reason(REASON, List.of()))
        .setRulesHash("none")
        .build();
  }

  /** Whether an alert is such a test, for its addressee alone. */
  public static boolean isOne(Alert alert) {
    return alert.getReality() == Reality.TEST
        && alert.getRule() == Rule.OTHER
        && alert.getReason().getCode().equals(REASON);
  }
}
