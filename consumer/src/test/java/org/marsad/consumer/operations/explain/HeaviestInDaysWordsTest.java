package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Explained.explain;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.dayStrike;
import static org.marsad.consumer.operations.explain.Messages.finding;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Strike;
import org.marsad.message.SubjectKind;

class HeaviestInDaysWordsTest {
  /** The example of the processor's README. */
  private static final List<Strike> HISTORY =
      List.of(
          dayStrike("2016-09-15", 1, 1, 1),
          dayStrike("2016-10-09", 48, 48, 48),
          dayStrike("2016-10-12", 20, 20, 20),
          dayStrike("2016-10-15", 30, 40, 47),
          dayStrike("2016-10-20", 45, 48, 50));

  @Test
  void shouldDoTheArithmeticOfARecordWithTheEarlierDays() throws IOException {
    // When
    var text = explain(heaviest(1, killed().build()), HISTORY, List.of());
    // Then
    assertThat(text)
        .startsWith("DAY · Town, 20 Oct 2016 · heaviest in days")
        .contains("Strikes in Town on 20 Oct 2016: 48 killed (45–50).")
        .contains("No day has been as heavy since 9 Oct 2016, 11 days earlier.")
        .contains("20 Oct − 9 Oct = 11 days.")
        .contains("20 Oct − 15 Oct = 5 days.")
        .contains("20 Oct − 15 Sep = 35 days.")
        .contains("since 15 Sep 2016, without a pause that ends a claim. Within the claim nobody")
        .contains("was heard for up to 4 days.")
        .contains("rule asks 3 days or more (here 11), and a best value of at least 5 (here 48).")
        .contains("this day 20 Oct 2016 45 48 50 1")
        .contains("bounds the likely days 9 Oct 2016 48 48 48 1")
        .contains("bounds the certain days 15 Oct 2016 30 40 47 1");
  }

  @Test
  void shouldShowTheLastDaysAsBarsWithADotWhereNobodyWasHeard() throws IOException {
    var recent = new ArrayList<Integer>(Collections.nCopies(26, null));
    recent.addAll(List.of(0, 24));
    recent.add(null);
    recent.add(48);
    assertThat(explain(heaviest(1, killed().setRecent(recent).build()), HISTORY, List.of()))
        .contains("last days " + ".".repeat(26) + "▁▅.█ to 20 Oct 2016, the tallest 48");
  }

  @Test
  void shouldListTheOtherRecordsAndHowManyWereCut() throws IOException {
    var impacts =
        killed()
            .setMeasure(Measure.IMPACTS)
            .setScope(Scope.NEIGHBOURHOOD)
            .setScopeCode("town/mill")
            .setValue(new CountRange(9, 9, null))
            .setLikelyDays(365)
            .setAtLeast(true)
            .build();
    var alert = heaviest(15, killed().build(), impacts);
    // When
    var text = explain(alert, HISTORY, List.of());
    // Then
    assertThat(text)
        .contains("14 more values are heaviest in days too")
        .contains("killed day Town 48 (45–50) 11 5 35")
        .contains("impacts day Mill at least 9 365 or more 5 35")
        .contains("2 of 15 are listed.");
  }

  @Test
  void shouldPrintNoSumsThatDoNotFitWhenHistoryHasChanged() throws IOException {
    // Given that a late report made 9 October less heavy
    var changed = new ArrayList<>(HISTORY);
    changed.set(1, dayStrike("2016-10-09", 10, 10, 10));
    // When
    var text = explain(heaviest(1, killed().build()), changed, List.of());
    // Then
    assertThat(text)
        .contains("Reports that came after this revision changed the history")
        .contains("then 48 (45–50).")
        .doesNotContain("bounds the likely days");
  }

  private static Alert.Builder heaviest(int inAll, RecordFacts... records) {
    return alert(
            SubjectKind.DAY,
            finding(Rule.HEAVIEST_IN_DAYS, "HEAVIEST_IN_DAYS")
                .setRecords(List.of(records))
                .setRecordsInAll(inAll),
            "s-2016-10-20")
        .setOnset(HISTORY.get(4).getOccurredFrom())
        .setNeighbourhoods(List.of());
  }

  private static RecordFacts.Builder killed() {
    return RecordFacts.newBuilder()
        .setMeasure(Measure.KILLED)
        .setScope(Scope.AREA)
        .setScopeCode("town")
        .setScale(Scale.DAY)
        .setDay(LocalDate.parse("2016-10-20"))
        .setValue(new CountRange(45, 48, 50))
        .setLikelyDays(11)
        .setCertainDays(5)
        .setPossibleDays(35)
        .setAtLeast(false)
        .setSinceWatchingBegan(false)
        .setWatchedSince(LocalDate.parse("2016-09-15"))
        .setLongestSilenceDays(4)
        .setUnreported(0)
        .setRecent(List.of(48))
        .setMinDays(3)
        .setFloor(5);
  }
}
