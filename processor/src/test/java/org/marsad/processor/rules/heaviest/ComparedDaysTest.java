package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.between;
import static org.marsad.processor.rules.heaviest.Strikes.on;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.heaviest.ComparedDays.Part;

class ComparedDaysTest {
  private static final String TOWN = RandomStrikes.TOWN;
  private static final String EAST = "town/east";
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, 30, new Floors(5, 5, 10), new Floors(3, 5, 10));

  @Test
  void shouldSayWhatTheRuleSaysOfTheSameDayAndStrike() {
    // Given
    var days =
        count(
            on("a", 100).killed(1),
            on("b", 110).killed(30, 40, 47),
            on("c", 112).killed(20),
            on("d", 120).killed(45));
    // When
    var facts = days.record(TOWN, Series.DAY_KILLED, 120, "").orElseThrow();
    // Then
    assertThat(facts.likelyDays()).isEqualTo(20);
    assertThat(facts.certainDays()).isEqualTo(10);
    assertThat(facts.sinceWatchingBegan()).isTrue();
    assertThat(days.record(TOWN, Series.DAY_KILLED, 112, "")).isEmpty();
    assertThat(days.record("another", Series.DAY_KILLED, 120, "")).isEmpty();
    assertThat(days.record(TOWN, Series.DAY_IMPACTS, 120, "")).isEmpty();
    assertThat(days.record(TOWN, Series.STRIKE_KILLED, 120, "d").orElseThrow().likelyDays())
        .isEqualTo(20);
    assertThat(days.record(TOWN, Series.STRIKE_KILLED, 119, "d")).isEmpty();
    assertThat(days.record(TOWN, Series.STRIKE_KILLED, 120, "unknown")).isEmpty();
  }

  @Test
  void shouldFindTheHeaviestEarlierDaySinceWatchingBeganAndTheLatestOfEquals() {
    var days =
        count(
            on("paused", 20).killed(90),
            on("a", 100).killed(39),
            on("b", 103).killed(39),
            on("c", 105).killed(8),
            on("d", 120).killed(59));
    assertThat(days.heaviestBefore(TOWN, Series.DAY_KILLED, 120).orElseThrow().day())
        .isEqualTo(103);
    assertThat(days.heaviestBefore(TOWN, Series.DAY_KILLED, 100)).isEmpty();
  }

  @Test
  void shouldTellWhatTheBestIsTheLargestOf() {
    // Given
    var days =
        count(
            at("a", 100, 8, EAST).by("one").killed(7),
            at("b", 100, 9, EAST).by("two").killed(4),
            on("c", 100).by("two").killed(5),
            on("d", 100).by("three"),
            between("e", 100, 101).in(EAST).killed(50));
    // When
    var day = days.day(TOWN, Series.DAY_KILLED, 100);
    // Then
    assertThat(day.parts())
        .containsExactly(
            new Part("", 2, List.of(7, 4)),
            new Part("two", 2, List.of(5, 4)),
            new Part("one", 1, List.of(7)),
            new Part("three", 1, List.of()));
    assertThat(day.value()).isEqualTo(new CountRange(11, 11, CountRange.OPEN));
    assertThat(day.reach()).isEqualTo(25);
    // and in the neighbourhood those of which nobody knows where they were may have been there
    var east = days.day(EAST, Series.DAY_KILLED, 100);
    assertThat(east.value()).isEqualTo(new CountRange(11, 11, CountRange.OPEN));
    assertThat(days.day(EAST, Series.DAY_KILLED, 101).value()).isEqualTo(new CountRange(0, 0, 50));
    assertThat(days.day(EAST, Series.STRIKE_KILLED, 100).value())
        .isEqualTo(new CountRange(7, 7, CountRange.OPEN));
  }

  @Test
  void shouldKnowNoDaysOfATownWithoutStrikes() {
    assertThat(count().heaviestBefore(TOWN, Series.DAY_KILLED, 120)).isEmpty();
  }

  private static ComparedDays count(Strikes... strikes) {
    var all = Stream.of(strikes).map(Strikes::done).toList();
    return new ComparedDays(
        RULE, TOWN, AreaMap.UNKNOWN, all, all.stream().map(Bookkeeper::days).toList());
  }
}
