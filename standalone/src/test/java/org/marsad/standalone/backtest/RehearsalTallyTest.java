package org.marsad.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fanout.rehearsal.Line;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

class RehearsalTallyTest {
  static {
    MessageCodec.trustMessages();
  }

  private static final Instant NOON = Instant.parse("2026-05-12T09:00:00Z");

  private final RehearsalTally tally =
      new RehearsalTally(
          List.of(
              alert("strike:1", SubjectKind.STRIKE),
              alert("strike:2", SubjectKind.STRIKE),
              alert("day:x", SubjectKind.DAY)));

  @Test
  void shouldCountWhatRingsPerDayAndPerStrike() {
    // Given three messages about one strike, one about another, one about a day, on two local days
    told("strike:1", 1, true, 0);
    told("strike:1", 2, true, 60);
    told("strike:1", 3, true, 120);
    told("day:x", 1, true, 130);
    told("strike:2", 1, true, 13 * 60); // after local midnight, the same day in UTC
    told("strike:1", 4, false, 14 * 60);
    suppressed("strike:2", 2, 15 * 60);
    // Then
    assertThat(tally.rows())
        .containsExactly(new RehearsalTally.Row("crew over phone", 5, 2, 2.5, 4, 2, 4, 3, 1, 1));
  }

  @Test
  void shouldCountASummaryAsAMessageOfTheDayAndOfNoStrike() {
    told("strike:1", 1, true, 0);
    told("summary:crew:1", 1, true, 15);
    assertThat(tally.rows())
        .containsExactly(new RehearsalTally.Row("crew over phone", 2, 1, 2, 2, 1, 1, 1, 0, 0));
  }

  @Test
  void shouldPrintARowForEachSubscriber() {
    told("strike:1", 1, true, 0);
    tally.add(line("ops", "strike:1", 1, true, "SUPPRESSED", 0));
    assertThat(RehearsalTable.lines(tally.rows()))
        .containsExactly(
            "                   messages         per day         strikes     per strike            "
                + "      ",
            "subscriber           in all   days   median  most   told of average   most   quiet "
                + " not sent",
            "crew over phone           1      1      1.0     1         1     1.0      1       0    "
                + "     0",
            "ops over phone            0      0      0.0     0         0       -      -       0    "
                + "     1");
  }

  private void told(String alertId, int revision, boolean interrupts, long minutes) {
    tally.add(line("crew", alertId, revision, interrupts, "DELIVERED", minutes));
  }

  private void suppressed(String alertId, int revision, long minutes) {
    tally.add(line("crew", alertId, revision, true, "SUPPRESSED", minutes));
  }

  private static Line line(
      String subscriber,
      String alertId,
      int revision,
      boolean interrupts,
      String outcome,
      long minutes) {
    return new Line(
        subscriber,
        "phone",
        alertId,
        revision,
        interrupts,
        outcome,
        outcome.equals("DELIVERED") ? null : "STALE",
        NOON.plusSeconds(60 * minutes),
        "text");
  }

  private static Alert alert(String alertId, SubjectKind kind) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(kind, alertId))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.SEVERE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea("aleppo")
        .setTimeZone("Asia/Damascus")
        .setOnset(NOON)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(NOON)
        .setExpiresAt(NOON.plusSeconds(86_400))
        .setInterrupts(true)
        .setRulesHash("r1")
        .build();
  }
}
