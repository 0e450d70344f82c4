package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.between;
import static org.marsad.processor.rules.heaviest.Strikes.dated;
import static org.marsad.processor.rules.heaviest.Strikes.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.heaviest.ComparedDays.Group;

class ComparedDaysTest {
  private static final String TOWN = "town";
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, new Floors(5, 5, 10), new Floors(3, 5, 10));

  @Test
  void shouldSayWhatTheRuleSaysOfTheSameDay() {
    // Given
    var days =
        count(
            dated("a", 100, CountRange.of(1)),
            dated("b", 110, new CountRange(30, 40, 47)),
            dated("c", 112, CountRange.of(20)),
            dated("d", 120, CountRange.of(45)));
    // When
    var facts = days.record(TOWN, Series.DAY_KILLED, 120).orElseThrow();
    // Then
    assertThat(facts.likelyDays()).isEqualTo(20);
    assertThat(facts.certainDays()).isEqualTo(10);
    assertThat(facts.sinceRecordsBegan()).isTrue();
    assertThat(days.record(TOWN, Series.DAY_KILLED, 112)).isEmpty();
    assertThat(days.record("another", Series.DAY_KILLED, 120)).isEmpty();
    assertThat(days.record(TOWN, Series.DAY_IMPACTS, 120)).isEmpty();
  }

  @Test
  void shouldFindTheHeaviestEarlierDayAndTheLatestOfEquals() {
    var days =
        count(
            dated("a", 100, CountRange.of(39)),
            dated("b", 103, CountRange.of(39)),
            dated("c", 105, CountRange.of(8)),
            dated("d", 120, CountRange.of(59)));
    assertThat(days.heaviestBefore(TOWN, Series.DAY_KILLED, 120).orElseThrow().day())
        .isEqualTo(103);
    assertThat(days.heaviestBefore(TOWN, Series.DAY_KILLED, 100)).isEmpty();
  }

  @Test
  void shouldKeepGroupsApartAndLeaveOutOfTheSumWhatIsNotDated() {
    // Given two agencies that count the same day, and a strike of which nobody knows the day
    var days =
        count(
            told("a", 100, "one", CountRange.of(7)),
            told("b", 100, "two", CountRange.of(4)),
            told("c", 100, "two", CountRange.of(5)),
            between("d", 100, 101, CountRange.of(50)));
    // When
    var day = days.day(TOWN, Series.DAY_KILLED, 100);
    // Then
    assertThat(day.groups())
        .containsExactly(
            new Group("two", 2, List.of(5, 4)),
            new Group("one", 1, List.of(7)),
            new Group("agency", 1, List.of()));
    assertThat(day.value()).isEqualTo(new CountRange(9, 9, 66));
    assertThat(day.strikes()).isEqualTo(4);
  }

  private static ComparedDays count(Contribution... strikes) {
    return new ComparedDays(RULE, TOWN, AreaMap.UNKNOWN, List.of(strikes));
  }
}
