package org.marsad.standalone.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
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

  /** The heaviest day in 26 days. */
  static Alert.Builder day(String alertId, int killed, int minDays) {
    return any(alertId, SubjectKind.DAY)
        .setKilled(new CountRange(killed, killed, killed))
        .setFindings(List.of(heaviest(killed, minDays)));
  }

  private static Finding heaviest(int killed, int minDays) {
    return Finding.newBuilder()
        .setRule(Rule.HEAVIEST_IN_DAYS)
        .setCertainty(Certainty.LIKELY)
        .setCode("HEAVIEST_SINCE_WATCHING_BEGAN")
        .setNumbers(List.of(new ReasonNumber("minDays", (double) minDays)))
        .setRecords(
            List.of(
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
                    .setAtLeast(false)
                    .setSinceWatchingBegan(true)
                    .setWatchedSince(LocalDate.parse("2016-09-15"))
                    .setLongestSilenceDays(0)
                    .setUnreported(0)
                    .setRecent(List.of(killed))
                    .setMinDays(minDays)
                    .setFloor(5)
                    .build()))
        .setRecordsInAll(1)
        .build();
  }

  static Alert.Builder any(String alertId, SubjectKind kind) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(kind, alertId))
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
        .setInterrupts(true)
        .setRulesHash("0123456789ab");
  }
}
