package org.marsad.standalone.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

/** Alerts about Aleppo on 11 October 2016. */
final class Alerts {
  private static final Instant MIDNIGHT = Instant.parse("2016-10-10T21:00:00Z");

  static {
    MessageCodec.trustMessages();
  }

  private Alerts() {}

  static Alert.Builder record(String alertId, int killed, int minDays) {
    return any(alertId, Rule.HEAVIEST_IN_DAYS)
        .setRecord(
            RecordFacts.newBuilder()
                .setMeasure(Measure.KILLED)
                .setScope(Scope.AREA)
                .setScopeCode("aleppo")
                .setScale(Scale.DAY)
                .setDay(LocalDate.parse("2016-10-11"))
                .setValue(new CountRange(killed, killed, killed))
                .setLikelyDays(26)
                .setCertainDays(26)
                .setPossibleDays(26)
                .setSinceRecordsBegan(true)
                .setRecordsBegan(LocalDate.parse("2016-09-15"))
                .setUnreported(0)
                .setMinDays(minDays)
                .setFloor(5)
                .build())
        .setReason(
            new Reason(
                "HEAVIEST_SINCE_RECORDS_BEGAN",
                List.of(new ReasonNumber("minDays", (double) minDays))));
  }

  static Alert.Builder any(String alertId, Rule rule) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setRule(rule)
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.EXTREME)
        .setUrgency(Urgency.PAST)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea("aleppo")
        .setTimeZone("Asia/Damascus")
        .setOnset(MIDNIGHT)
        .setOnsetPrecision(TimePrecision.DAY)
        .setSentAt(MIDNIGHT)
        .setExpiresAt(MIDNIGHT.plusSeconds(86_400))
        .setReason(new Reason("SOME_REASON", List.of()))
        .setRulesHash("0123456789ab");
  }
}
