package org.marsad.consumer.subscribers.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.Findings;

/**
 * An alert that tests whether one subscriber is reached. It says nothing of the world: its reality
 * is TEST and its one finding CHANNEL_TEST. It is addressed to the subscriber, goes to it whatever
 * it wants, and to nobody else. It takes the way of the gravest real alert: nothing that would not
 * hold up that one holds up the test.
 */
public final class TestAlert {
  private static final String KEY = "channel_test";
  private static final Duration VALID = Duration.ofMinutes(10);

  private TestAlert() {}

  /** A test of a subscriber, which expires after ten minutes. */
  public static Alert of(String subscriber, String area, Instant now) {
    var subject = KEY + ":" + subscriber + ":" + now.toEpochMilli();
    return Alert.newBuilder()
        .setAlertId("test:system:" + subject)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.SYSTEM, subject))
        .setReality(Reality.TEST)
        .setSeverity(Severity.EXTREME)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.OBSERVED)
        .setSources(1)
        .setArea(area)
        .setTimeZone("UTC")
        .setOnset(now)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(now)
        .setExpiresAt(now.plus(VALID))
        .setInterrupts(true)
        .setAddressee(subscriber)
        .setFindings(
            List.of(
                Finding.newBuilder()
                    .setRule(Rule.CHANNEL_TEST)
                    .setCertainty(Certainty.OBSERVED)
                    .setCode("ASKED_FOR")
                    .build()))
        .setRulesHash("none")
        .build();
  }

  /** Whether an alert is such a test, for its addressee alone. */
  public static boolean isOne(Alert alert) {
    return alert.getReality() == Reality.TEST
        && alert.getSubject().getKind() == SubjectKind.SYSTEM
        && Findings.has(alert, Rule.CHANNEL_TEST);
  }
}
