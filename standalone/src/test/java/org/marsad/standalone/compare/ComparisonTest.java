package org.marsad.standalone.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.compare.Alerts.any;
import static org.marsad.standalone.compare.Alerts.record;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.standalone.compare.Comparison.Counts;
import org.marsad.standalone.compare.Difference.Change;
import org.marsad.standalone.facts.FactChange;

class ComparisonTest {
  @Test
  void shouldTellWhatIsAddedLostAndChanged() {
    // When
    var comparison =
        Comparison.of(
            List.of(record("a", 59, 3).build(), record("b", 9, 3).build()),
            List.of(
                record("b", 10, 3).setCertainty(Certainty.OBSERVED).build(),
                any("c", Rule.WAVE).build()));
    // Then
    assertThat(comparison.differences())
        .extracting(d -> d.change() + " " + d.alert().getAlertId())
        .containsExactly("ADDED c", "LOST a", "CHANGED b");
    assertThat(comparison.differences().get(2).fields())
        .extracting(FactChange::name)
        .containsExactly("certainty", "record.value");
  }

  @Test
  void shouldCountAsNoChangeWhatBelongsToTheRevisionOrToTheThresholds() {
    // Given the same fact, told later, as another revision and under another threshold
    var later = Instant.parse("2016-10-12T00:00:00Z");
    var older = record("a", 59, 3);
    var newer =
        record("a", 59, 5)
            .setRevision(4)
            .setMessageType(MessageType.UPDATE)
            .setSentAt(later)
            .setExpiresAt(later)
            .setRulesHash("ba9876543210");
    // Then
    assertThat(Comparison.of(List.of(older.build()), List.of(newer.build())).differences())
        .isEmpty();
  }

  @Test
  void shouldGoByTheLastRevisionAndNotCountWhatWasWithdrawn() {
    // Given
    var cancelled = record("a", 59, 3).setRevision(2).setMessageType(MessageType.CANCEL).build();
    var raised = record("a", 59, 3).build();
    // When
    var comparison = Comparison.of(List.of(raised), List.of(raised, cancelled));
    // Then
    assertThat(comparison.differences())
        .extracting(Difference::change)
        .containsExactly(Change.LOST);
    assertThat(comparison.byRule().get(Rule.HEAVIEST_IN_DAYS)).isEqualTo(new Counts(1, 0, 1, 2));
  }

  @Test
  void shouldWriteADifferenceAsJson() {
    // When
    var changed =
        Comparison.of(List.of(record("a", 58, 3).build()), List.of(record("a", 59, 3).build()));
    var lost = Comparison.of(List.of(any("a", Rule.WAVE).build()), List.<Alert>of());
    // Then
    var json = changed.differences().get(0).json();
    assertThat(json.path("change").asText()).isEqualTo("CHANGED");
    assertThat(json.path("rule").asText()).isEqualTo("HEAVIEST_IN_DAYS");
    assertThat(json.at("/old/record/value/best").asInt()).isEqualTo(58);
    assertThat(json.at("/fields/0").toString())
        .isEqualTo(
            "{\"name\":\"record.value\",\"old\":{\"low\":58,\"best\":58,\"high\":58},"
                + "\"new\":{\"low\":59,\"best\":59,\"high\":59}}");
    assertThat(lost.differences().get(0).json().fieldNames())
        .toIterable()
        .containsExactly("change", "alertId", "rule", "old", "fields");
  }

  @Test
  void shouldShowCountsFirstAndThenAlertsWithin100Columns() {
    // Given
    var older = List.of(record("a", 59, 3).build(), record("b", 1, 3).build());
    var newer = List.of(record("a", 60, 3).build());
    // When
    var lines =
        new ComparisonTable((code, language) -> "Aleppo").lines(Comparison.of(older, newer));
    // Then
    assertThat(lines)
        .containsExactly(
            "standing alerts              old     new   added    lost  changed  revisions",
            "HEAVIEST_IN_DAYS               2       1       0       1        1  2 → 1",
            "all                            2       1       0       1        1  2 → 1",
            "",
            "lost: 1",
            "- 11 Oct 2016  HEAVIEST IN 26 DAYS  Aleppo  1 killed, since records began 15 Sep",
            "",
            "changed: 1",
            "~ 11 Oct 2016  HEAVIEST IN 26 DAYS  Aleppo  60 killed, since records began 15 Sep",
            "               record.value 59 → 60");
    assertThat(lines).allMatch(line -> line.length() <= 100);
  }
}
