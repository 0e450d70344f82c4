package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;

class DayTotalsTest {
  private static final long DAY = 17_094;

  private final DayTotals day = new DayTotals();

  @Test
  void shouldAddUpTheStrikesOfOneLineage() {
    add(Strikes.told("a", DAY, "agency", new CountRange(1, 2, 3)));
    add(Strikes.told("b", DAY, "agency", new CountRange(10, 20, 30)));
    assertThat(day.value(Series.DAY_KILLED)).isEqualTo(new CountRange(11, 22, 33));
  }

  @Test
  void shouldNotAddUpTwoLineagesButTakeTheLargerAndAllHighs() {
    add(Strikes.told("a", DAY, "agency", new CountRange(10, 20, 30)));
    add(Strikes.told("b", DAY, "office", new CountRange(12, 15, 20)));
    assertThat(day.value(Series.DAY_KILLED)).isEqualTo(new CountRange(12, 20, 50));
  }

  @Test
  void shouldAddAStrikeOfSeveralDaysToTheHighAlone() {
    add(Strikes.dated("a", DAY, CountRange.of(4)));
    add(Strikes.between("b", DAY - 1, DAY + 1, new CountRange(5, 6, 7)));
    assertThat(day.value(Series.DAY_KILLED)).isEqualTo(new CountRange(4, 4, 11));
    assertThat(day.heaviestStrike(Measure.KILLED)).isEqualTo("a");
  }

  @Test
  void shouldBeOpenEndedAsLongAsOneStrikeIs() {
    var open = Strikes.dated("b", DAY, new CountRange(10, 10, CountRange.OPEN));
    add(Strikes.dated("a", DAY, CountRange.of(4)));
    add(open);
    assertThat(day.value(Series.DAY_KILLED).high()).isEqualTo(CountRange.OPEN);
    day.add(open, DAY, -1);
    assertThat(day.value(Series.DAY_KILLED)).isEqualTo(CountRange.of(4));
  }

  @Test
  void shouldStayBelowOpenEndedHoweverMuchIsAdded() {
    add(Strikes.dated("a", DAY, CountRange.of(CountRange.OPEN - 1)));
    add(Strikes.dated("b", DAY, CountRange.of(CountRange.OPEN - 1)));
    assertThat(day.value(Series.DAY_KILLED)).isEqualTo(CountRange.of(CountRange.OPEN - 1));
  }

  @Test
  void shouldCountTheStrikesWithoutAValue() {
    add(Strikes.dated("a", DAY, CountRange.of(4)));
    assertThat(day.unreported(Measure.KILLED)).isZero();
    assertThat(day.unreported(Measure.IMPACTS)).isEqualTo(1);
  }

  @Test
  void shouldNameTheFirstByIdOfTwoStrikesThatAreEqualInAllElse() {
    add(Strikes.dated("b", DAY, CountRange.of(4)));
    add(Strikes.dated("a", DAY, CountRange.of(4)));
    add(Strikes.dated("c", DAY, CountRange.of(4)));
    assertThat(day.heaviestStrike(Measure.KILLED)).isEqualTo("a");
  }

  @Test
  void shouldNameTheSameOfTwoEqualStrikesWhoeverFoundedThem() {
    add(Strikes.told("a", DAY, "office", CountRange.of(4)));
    add(Strikes.told("b", DAY, "agency", CountRange.of(4)));
    assertThat(day.heaviestStrike(Measure.KILLED)).isEqualTo("b");
  }

  @Test
  void shouldComeBackFromItsBinaryFormUnchanged() {
    var strikes = new RandomStrikes(new Random(11));
    for (var i = 0; i < 200; i++) {
      add(strikes.next("s" + i));
      var read = DayTotals.from(day.toBytes());
      assertThat(read.toBytes()).isEqualTo(day.toBytes());
      assertThat(read.row(1)).isEqualTo(day.row(1));
      for (var series : Series.values()) {
        assertThat(read.value(series)).isEqualTo(day.value(series));
        assertThat(read.heaviestStrike(series.measure()))
            .isEqualTo(day.heaviestStrike(series.measure()));
        assertThat(read.unreported(series.measure())).isEqualTo(day.unreported(series.measure()));
      }
    }
  }

  @Test
  void shouldBeEmptyWhenNothingIsStored() {
    assertThat(DayTotals.from(null).isEmpty()).isTrue();
  }

  private void add(Contribution strike) {
    day.add(strike, DAY, 1);
    day.offer(strike);
  }
}
