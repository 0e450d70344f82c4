package org.marsad.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.explain.Explained.explain;
import static org.marsad.standalone.explain.Messages.alert;
import static org.marsad.standalone.explain.Messages.dayStrike;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    var text = explain(heaviest(), HISTORY, List.of());
    // Then
    assertThat(text)
        .contains("Strikes in Town on 20 Oct 2016: 48 people were killed (45–50).")
        .contains("No day has been as heavy since 9 Oct 2016, 11 days earlier.")
        .contains("The latest earlier day that reached 48 was 9 Oct, with 48.")
        .contains("20 Oct − 9 Oct = 11 days.")
        .contains("If only 45 is true, 15 Oct may have reached it, with up to 47.")
        .contains("20 Oct − 15 Oct = 5 days.")
        .contains("If 50 is true, no earlier day reached that for certain.")
        .contains("20 Oct − 15 Sep = 35 days.")
        .contains("rule asks 3 days or more (here 11), and a best value of at least 5 (here 48).");
  }

  @Test
  void shouldPrintNoSumsThatDoNotFitWhenHistoryHasChanged() throws IOException {
    // Given that a late report made 9 October less heavy
    var changed = new ArrayList<>(HISTORY);
    changed.set(1, dayStrike("2016-10-09", 10, 10, 10));
    // When
    var text = explain(heaviest(), changed, List.of());
    // Then
    assertThat(text)
        .contains("Reports that came after this revision changed the history")
        .contains("then 48 (45–50), the heaviest in 11 days (certain 5, possible 35).")
        .contains("now 48 (45–50), the heaviest in 35 days (certain 5, possible 35).")
        .doesNotContain("20 Oct − 9 Oct");
  }

  private static Alert.Builder heaviest() {
    return alert(Rule.HEAVIEST_IN_DAYS, "HEAVIEST_IN_DAYS", "s-2016-10-20")
        .setNeighbourhoods(List.of())
        .setRecord(
            RecordFacts.newBuilder()
                .setMeasure(Measure.KILLED)
                .setScope(Scope.AREA)
                .setScopeCode("town")
                .setScale(Scale.DAY)
                .setDay(LocalDate.parse("2016-10-20"))
                .setValue(new CountRange(45, 48, 50))
                .setLikelyDays(11)
                .setCertainDays(5)
                .setPossibleDays(35)
                .setSinceRecordsBegan(false)
                .setRecordsBegan(LocalDate.parse("2016-09-15"))
                .setUnreported(0)
                .setMinDays(3)
                .setFloor(5)
                .build());
  }
}
