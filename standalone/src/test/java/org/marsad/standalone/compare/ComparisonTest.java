package org.marsad.standalone.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.marsad.standalone.compare.Alerts.any;
import static org.marsad.standalone.compare.Alerts.day;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.standalone.compare.Comparison.Counts;
import org.marsad.standalone.compare.Difference.Change;

class ComparisonTest {
  @Test
  void shouldTellWhatIsAddedLostAndChanged() {
    // When
    var comparison =
        Comparison.of(
            List.of(day("a", 59, 3).build(), day("b", 9, 3).build()),
            List.of(
                day("b", 10, 3).setCertainty(Certainty.OBSERVED).build(),
                any("c", SubjectKind.WAVE).build()));
    // Then
    assertThat(comparison.differences())
        .extracting(d -> d.change() + " " + d.alert().getAlertId())
        .containsExactly("ADDED c", "LOST a", "CHANGED b");
    assertThat(comparison.differences().get(2).fields())
        .extracting(FactChange::name)
        .containsExactly(
            "certainty", "killed", "findings.HEAVIEST_IN_DAYS.KILLED DAY aleppo.value");
  }

  @Test
  void shouldCountAsNoChangeWhatBelongsToTheRevisionOrToTheThresholds() {
    // Given the same fact, told later, as another revision and under another threshold
    var later = Instant.parse("2016-10-12T00:00:00Z");
    var older = day("a", 59, 3);
    var newer =
        day("a", 59, 5)
            .setRevision(4)
            .setMessageType(MessageType.UPDATE)
            .setSentAt(later)
            .setExpiresAt(later)
            .setInterrupts(false)
            .setChanges(List.of(org.marsad.message.Change.COUNTS))
            .setRulesHash("ba9876543210");
    // Then
    assertThat(Comparison.of(List.of(older.build()), List.of(newer.build())).differences())
        .isEmpty();
  }

  @Test
  void shouldGoByTheLastRevisionAndNotCountWhatWasWithdrawn() {
    // Given
    var cancelled = day("a", 59, 3).setRevision(2).setMessageType(MessageType.CANCEL).build();
    var raised = day("a", 59, 3).build();
    // When
    var comparison = Comparison.of(List.of(raised), List.of(raised, cancelled));
    // Then
    assertThat(comparison.differences())
        .extracting(Difference::change)
        .containsExactly(Change.LOST);
    var counts = new Counts(1, 0, 0, 1, 0, 1, 2);
    assertThat(comparison.bySubject()).containsExactly(entry(SubjectKind.DAY, counts));
    assertThat(comparison.byFinding()).containsExactly(entry(Rule.HEAVIEST_IN_DAYS, counts));
  }

  @Test
  void shouldCountAFindingThatAnAlertLostOrGained() {
    // Given an alert that stands under both rules, with a finding under the old ones alone
    var older = List.of(day("a", 59, 3).build());
    var newer = List.of(day("a", 59, 3).setFindings(List.of()).build());
    // When
    var comparison = Comparison.of(older, newer);
    // Then
    assertThat(comparison.byFinding())
        .containsExactly(entry(Rule.HEAVIEST_IN_DAYS, new Counts(1, 0, 0, 1, 0, 1, 0)));
    assertThat(comparison.bySubject())
        .containsExactly(entry(SubjectKind.DAY, new Counts(1, 1, 0, 0, 1, 1, 1)));
  }

  @Test
  void shouldWriteADifferenceAsJson() {
    // When
    var changed = Comparison.of(List.of(day("a", 58, 3).build()), List.of(day("a", 59, 3).build()));
    var lost = Comparison.of(List.of(any("a", SubjectKind.WAVE).build()), List.<Alert>of());
    // Then
    var json = changed.differences().get(0).json();
    assertThat(json.path("change").asText()).isEqualTo("CHANGED");
    assertThat(json.path("subject").asText()).isEqualTo("DAY");
    assertThat(json.at("/old/findings/0/records/0/value/best").asInt()).isEqualTo(58);
    assertThat(json.at("/fields/0").toString())
        .isEqualTo(
            "{\"name\":\"killed\",\"old\":{\"low\":58,\"best\":58,\"high\":58},"
                + "\"new\":{\"low\":59,\"best\":59,\"high\":59}}");
    assertThat(lost.differences().get(0).json().fieldNames())
        .toIterable()
        .containsExactly("change", "alertId", "subject", "old", "fields");
  }

  @Test
  void shouldShowCountsFirstAndThenAlertsWithin100Columns() {
    // Given
    var older = List.of(day("a", 59, 3).build(), day("b", 1, 3).build());
    var newer = List.of(day("a", 60, 3).build());
    // When
    var lines =
        new ComparisonTable((code, language) -> "Aleppo").lines(Comparison.of(older, newer));
    // Then
    assertThat(lines)
        .containsExactly(
            "standing alerts              old     new   added    lost  changed  revisions",
            "DAY                            2       1       0       1        1  2 → 1",
            "all                            2       1       0       1        1  2 → 1",
            "",
            "with finding                 old     new   added    lost  changed  revisions",
            "HEAVIEST_IN_DAYS               2       1       0       1        1  2 → 1",
            "",
            "lost: 1",
            "- 11 Oct 2016  DAY  Aleppo  HEAVIEST_IN_DAYS",
            "",
            "changed: 1",
            "~ 11 Oct 2016  DAY  Aleppo  HEAVIEST_IN_DAYS",
            "               killed 59 → 60 · findings.HEAVIEST_IN_DAYS.KILLED DAY aleppo.value 59 →"
                + " 60");
    assertThat(lines).allMatch(line -> line.length() <= 100);
  }
}
