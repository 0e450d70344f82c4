package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.between;
import static org.marsad.processor.rules.heaviest.Strikes.on;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Target;

class DayTotalsTest {
  private static final long DAY = 17_094;

  private final DayTotals day = new DayTotals();
  private final DaySources sources = new DaySources(new MemoryLedger());

  @Test
  void shouldAddUpAllFinelyPlacedStrikesWhoeverTellsThem() {
    add(at("a", DAY, 1, "town/east").by("one").killed(1, 2, 3));
    add(at("b", DAY, 2, "town/west").by("two").killed(10, 20, 30));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(11, 22, 33));
  }

  @Test
  void shouldAddUpWhatOneSourceSaysAndNotWhatTwoSay() {
    add(on("a", DAY).by("one").killed(10, 20, 30));
    add(on("b", DAY).by("one").killed(1, 2, 3));
    add(on("c", DAY).by("two").killed(12, 15, 20));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(12, 22, 53));
  }

  @Test
  void shouldTakeTheLargerOfASourcesFineAndCoarseLows() {
    add(at("a", DAY, 1, "town/east").by("one").killed(4, 5, 6));
    add(on("b", DAY).by("one").killed(7, 8, 9));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(7, 13, 15));
    // and of another source, which does not know the first strike, the coarse alone
    add(on("c", DAY).by("two").killed(8, 9, 10));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(8, 13, 25));
  }

  @Test
  void shouldCountAMergedStrikeWithEachOfItsSources() {
    add(at("a", DAY, 1, "town/east").by("one", "two").killed(5));
    add(on("b", DAY).by("one").killed(3));
    add(on("c", DAY).by("two").killed(4));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(5, 9, 12));
  }

  @Test
  void shouldAddALongerStrikeToTheHighAlone() {
    add(at("a", DAY, 1, "town/east").killed(4));
    add(between("b", DAY - 1, DAY + 1).killed(5, 6, 7));
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(4, 4, 11));
    assertThat(day.highOnly(Counted.KILLED)).isEqualTo(new CountRange(0, 0, 11));
  }

  @Test
  void shouldBeOpenAsLongAsOneStrikeIsNotCounted() {
    var uncounted = at("b", DAY, 2, "town/east").impacts(1);
    add(at("a", DAY, 1, "town/east").killed(4));
    add(uncounted);
    assertThat(day.value(Counted.KILLED)).isEqualTo(new CountRange(4, 4, CountRange.OPEN));
    assertThat(day.unreported(Counted.KILLED)).isEqualTo(1);
    assertThat(day.value(Counted.IMPACTS)).isEqualTo(new CountRange(2, 2, CountRange.OPEN));
    day.add(uncounted.done(), sources, -1);
    assertThat(day.value(Counted.KILLED)).isEqualTo(CountRange.of(4));
    assertThat(day.unreported(Counted.KILLED)).isZero();
  }

  @Test
  void shouldTellWhatItsStrikesHitAndHowCertainTheyAreAsLongAsTheyCount() {
    var school = at("b", DAY, 2, "town/west").hitting(Target.SCHOOL).certain(Certainty.OBSERVED);
    add(at("a", DAY, 1, "town/east").hitting(Target.BAKERY).certain(Certainty.POSSIBLE));
    add(school);
    assertThat(day.targets()).containsExactlyInAnyOrder(Target.SCHOOL, Target.BAKERY);
    assertThat(day.certainty()).isEqualTo(Certainty.LIKELY);
    day.add(school.done(), sources, -1);
    assertThat(day.targets()).containsExactly(Target.BAKERY);
    assertThat(day.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(day.neighbourhoods()).containsExactly(entry("town/east", 1));
  }

  @Test
  void shouldKnowNoTotalWhereNobodyReportedAValue() {
    add(on("a", DAY).killed(4));
    assertThat(day.known(Counted.INJURED)).isNull();
    assertThat(day.known(Counted.IMPACTS)).isNull();
    assertThat(day.known(Counted.KILLED)).isEqualTo(CountRange.of(4));
    add(on("b", DAY).injured(2));
    assertThat(day.known(Counted.INJURED)).isEqualTo(new CountRange(2, 2, CountRange.OPEN));
  }

  @Test
  void shouldStayBelowOpenHoweverMuchIsAdded() {
    add(on("a", DAY).killed(CountRange.OPEN - 1));
    add(on("b", DAY).killed(CountRange.OPEN - 1));
    assertThat(day.value(Counted.KILLED)).isEqualTo(CountRange.of(CountRange.OPEN - 1));
  }

  @Test
  void shouldKnowWhetherAStrikeOfThatDayReportsInjured() {
    add(between("a", DAY - 1, DAY).injured(3));
    assertThat(day.reportsInjured()).isFalse();
    add(on("b", DAY).injured(0));
    assertThat(day.reportsInjured()).isTrue();
  }

  @Test
  void shouldCountLineagesAndNeighbourhoods() {
    var again = at("c", DAY, 3, "town/west").by("one");
    add(at("a", DAY, 1, "town/east").by("one", "two"));
    add(at("b", DAY, 2, "town/east").by("two"));
    add(again);
    assertThat(day.strikes()).isEqualTo(3);
    assertThat(day.lineages()).isEqualTo(2);
    assertThat(day.neighbourhoods()).containsEntry("town/east", 2).containsEntry("town/west", 1);
    assertThat(day.certainty()).isEqualTo(Certainty.LIKELY);
    day.add(again.done(), sources, -1);
    assertThat(day.lineages()).isEqualTo(2);
    assertThat(day.neighbourhoods()).containsOnlyKeys("town/east");
  }

  @Test
  void shouldComeBackFromItsBinaryFormUnchanged() {
    var strikes = new RandomStrikes(new Random(11), 1);
    for (var i = 0; i < 200; i++) {
      day.add(strikes.next("s" + i), sources, 1);
      var out = new CompactWriter();
      day.write(out);
      var read = DayTotals.read(new CompactReader(out.toBytes()));
      var again = new CompactWriter();
      read.write(again);
      assertThat(again.toBytes()).isEqualTo(out.toBytes());
      for (var counted : Counted.values()) {
        assertThat(read.value(counted)).isEqualTo(day.value(counted));
        assertThat(read.known(counted)).isEqualTo(day.known(counted));
        assertThat(read.unreported(counted)).isEqualTo(day.unreported(counted));
      }
      assertThat(read.certainty()).isEqualTo(day.certainty());
      assertThat(read.targets()).isEqualTo(day.targets());
      assertThat(read.neighbourhoods()).isEqualTo(day.neighbourhoods());
      assertThat(read.lineages()).isEqualTo(day.lineages());
      assertThat(read.reportsInjured()).isEqualTo(day.reportsInjured());
    }
  }

  @Test
  void shouldBeEmptyWhenAllThatWasAddedIsTakenAway() {
    var strikes = new RandomStrikes(new Random(12), 1);
    var all = IntStream.range(0, 50).mapToObj(i -> strikes.next("s" + i)).toList();
    all.forEach(strike -> day.add(strike, sources, 1));
    assertThat(day.isEmpty()).isFalse();
    all.forEach(strike -> day.add(strike, sources, -1));
    assertThat(day.isEmpty()).isTrue();
    for (var counted : Counted.values()) {
      assertThat(day.value(counted)).isEqualTo(CountRange.ZERO);
    }
    assertThat(day.lineages()).isZero();
    assertThat(day.targets()).isEmpty();
  }

  private void add(Strikes strike) {
    day.add(strike.done(), sources, 1);
  }
}
