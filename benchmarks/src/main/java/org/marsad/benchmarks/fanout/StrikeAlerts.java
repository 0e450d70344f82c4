package org.marsad.benchmarks.fanout;

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
import org.marsad.schemas.MessageCodec;

/** Alerts of strikes on residential areas, as they go out. */
public final class StrikeAlerts {
  static {
    MessageCodec.trustMessages();
  }

  private StrikeAlerts() {}

  /** The first revision of one, sent at once and expired an hour later. */
  public static Alert.Builder of(String strikeId, String area, Instant now) {
    return Alert.newBuilder()
        .setAlertId("strike:" + strikeId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.STRIKE, strikeId))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.EXTREME)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea(area)
        .setTimeZone("Asia/Damascus")
        .setOnset(now)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(now)
        .setExpiresAt(now.plus(Duration.ofHours(1)))
        .setInterrupts(true)
        .setFindings(List.of(residential()))
        .setStrikes(1)
        .setStrikeIds(List.of(strikeId))
        .setRulesHash("bench");
  }

  private static Finding residential() {
    return Finding.newBuilder()
        .setRule(Rule.RESIDENTIAL_STRIKE)
        .setCertainty(Certainty.LIKELY)
        .setCode("LAND_USE")
        .build();
  }
}
