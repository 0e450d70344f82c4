package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.between;
import static org.marsad.processor.rules.heaviest.Strikes.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Scale;

/** Which strikes are the heaviest in days, and in which order they are compared. */
class StrikeRecordsTest {
  private static final String EAST = "town/east";
  private static final long DAY = 17_100;
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, 30, new Floors(5, 5, 10), new Floors(3, 5, 10));

  private final Bookkeeper books = new Bookkeeper(RULE, new MemoryLedger());

  @Test
  void shouldStayTheHeaviestOfItsTimeWhenAHeavierOneFollowsOnTheSameDay() {
    // Given
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(at("heavy", DAY, 9, EAST).killed(20));
    // When
    var judged = books.tell(at("heavier", DAY, 12, EAST).killed(30).done());
    // Then
    assertThat(killed("heavy").likelyDays()).isEqualTo(10);
    assertThat(killed("heavier").likelyDays()).isEqualTo(10);
    assertThat(judged.stream().filter(v -> v.scale() == Scale.STRIKE).map(Judged::strikeId))
        .containsExactly("heavier");
  }

  @Test
  void shouldBeNoRecordWhenAnEarlierOneOfThatDayWasAsHeavy() {
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(at("heavy", DAY, 9, EAST).killed(20));
    tell(at("equal", DAY, 12, EAST).killed(20));
    assertThat(books.standing()).containsKey("heavy").doesNotContainKey("equal");
    // When the earlier one turns out lighter
    var judged = books.tell(at("heavy", DAY, 9, EAST).killed(19).done());
    // Then
    assertThat(judged.stream().map(Judged::strikeId)).contains("heavy", "equal");
    assertThat(killed("equal").likelyDays()).isEqualTo(10);
    // and a late report of an earlier strike takes both back
    judged = books.tell(at("late", DAY, 7, EAST).killed(20).done());
    assertThat(books.standing()).containsKey("late").doesNotContainKeys("heavy", "equal");
    assertThat(judged.stream().filter(v -> v.records().isEmpty()).map(Judged::strikeId))
        .containsExactly("equal", "heavy");
  }

  @Test
  void shouldPutTheHeavierFirstOfTwoThatStartTogetherAndThenTheSmallerReportId() {
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(at("a", DAY, 9, EAST).killed(20));
    tell(at("b", DAY, 9, EAST).killed(25));
    tell(at("c", DAY, 9, EAST).killed(25));
    assertThat(books.standing()).containsKey("b").doesNotContainKeys("a", "c");
  }

  @Test
  void shouldTakeAStrikeOfAnUnknownHourAsTheLastOfItsDayForTheLikelyDays() {
    // Given
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(on("some-time", DAY).in(EAST).killed(20));
    // When a timed one is as heavy, it is taken as the earlier
    tell(at("timed", DAY, 23, EAST).killed(20));
    // Then
    assertThat(killed("timed").likelyDays()).isEqualTo(10);
    assertThat(books.standing()).doesNotContainKey("some-time");
  }

  @Test
  void shouldTakeAStrikeOfAnUnknownHourAsTheFirstOfItsDayForTheCertainDays() {
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(at("timed", DAY, 7, EAST).killed(20));
    assertThat(killed("timed").certainDays()).isEqualTo(10);
    // When one of some hour may have been as heavy
    tell(on("some-time", DAY).in(EAST).killed(5, 6, 20));
    // Then
    assertThat(killed("timed").likelyDays()).isEqualTo(10);
    assertThat(killed("timed").certainDays()).isZero();
    // and one just below does not matter
    tell(on("some-time", DAY).in(EAST).killed(5, 6, 19));
    assertThat(killed("timed").certainDays()).isEqualTo(10);
  }

  @Test
  void shouldNotBeCertainOnADayWhenOneSomewhereInTheTownMayHaveBeenEarlierThere() {
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(at("east", DAY, 12, EAST).killed(20));
    // When strikes of the same day lie nobody knows where, one before and one after
    tell(at("after", DAY, 13, EAST).in(null).killed(1, 2, 90));
    assertThat(inEast("east").certainDays()).isEqualTo(10);
    tell(at("before", DAY, 11, EAST).in(null).killed(1, 2, 20));
    // Then
    assertThat(inEast("east").certainDays()).isZero();
    assertThat(inEast("east").likelyDays()).isEqualTo(10);
  }

  @Test
  void shouldStopLikelyDaysAtALongerStrikeAsHeavyPerDay() {
    // Given 60 killed in three days, that is 20 a day
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(between("long", DAY - 6, DAY - 4).in(EAST).killed(60, 60, 60));
    // When
    tell(at("equal", DAY, 12, EAST).killed(20));
    tell(at("more", DAY + 1, 12, EAST).killed(21));
    // Then
    assertThat(killed("equal").likelyDays()).isEqualTo(4);
    assertThat(killed("more").likelyDays()).isEqualTo(11);
    assertThat(killed("more").certainDays()).isEqualTo(5);
    assertThat(books.standing(DAY).longestDays()).isEqualTo(4);
    assertThat(books.standing(DAY + 1).longestDays()).isEqualTo(11);
    assertThat(books.standing()).doesNotContainKey("long");
  }

  @Test
  void shouldTakeALongerStrikeThatTouchesTheDayAsItsFirstForTheCertainDaysAlone() {
    tell(at("first", DAY - 10, 8, EAST).killed(1));
    tell(between("long", DAY, DAY + 1).in(EAST).killed(1, 40, 50));
    tell(at("strike", DAY, 12, EAST).killed(20));
    assertThat(killed("strike").likelyDays()).isEqualTo(10);
    assertThat(killed("strike").certainDays()).isZero();
  }

  @Test
  void shouldJudgeCasualtiesOnlyWhereTheStrikeReportsInjured() {
    tell(at("first", DAY - 10, 8, EAST).killed(1).injured(0));
    tell(at("killed", DAY, 9, EAST).killed(20));
    tell(at("both", DAY + 1, 9, EAST).killed(20).injured(3));
    assertThat(series("killed")).doesNotContain(Series.STRIKE_CASUALTIES);
    assertThat(series("both")).contains(Series.STRIKE_CASUALTIES);
    assertThat(series(String.valueOf(DAY))).doesNotContain(Series.DAY_CASUALTIES);
  }

  @Test
  void shouldGiveOneVerdictOnAStrikeThatIsMovedToAnotherDay() {
    // Given
    tell(at("first", DAY - 20, 8, EAST).killed(1));
    tell(at("heavy", DAY, 9, EAST).killed(20));
    // When it turns out to have been five days earlier
    var judged = books.tell(at("heavy", DAY - 5, 9, EAST).killed(20).done());
    // Then
    assertThat(judged.stream().map(v -> v.strikeId() + " " + v.day() + " " + v.recordsInAll()))
        .containsExactly("heavy " + (DAY - 5) + " 2", " " + (DAY - 5) + " 2", " " + DAY + " 0");
    assertThat(books.standing()).containsOnlyKeys("heavy", String.valueOf(DAY - 5));
  }

  @Test
  void shouldTakeARecordBackWhenTheStrikeBecomesOneOfSeveralDays() {
    tell(at("first", DAY - 20, 8, EAST).killed(1));
    tell(at("heavy", DAY, 9, EAST).killed(20));
    var judged = books.tell(between("heavy", DAY - 2, DAY).in(EAST).killed(20).done());
    assertThat(judged).hasSize(2).allMatch(verdict -> verdict.records().isEmpty());
  }

  @Test
  void shouldSayNothingOfAStrikeThatNeverWasARecord() {
    tell(at("first", DAY - 10, 8, EAST).killed(20));
    assertThat(books.tell(at("light", DAY, 9, EAST).killed(4).impacts(2).done())).isEmpty();
    assertThat(books.tell(at("light", DAY, 9, EAST).killed(3).impacts(2).done())).isEmpty();
    assertThat(books.apply(List.of(), List.of("light"), List.of())).isEmpty();
  }

  private void tell(Strikes strike) {
    books.tell(strike.done());
  }

  private RecordFacts killed(String strikeId) {
    return books.standing(strikeId).records().get(0);
  }

  private RecordFacts inEast(String strikeId) {
    return books.standing(strikeId).records().stream()
        .filter(facts -> facts.scopeCode().equals(EAST))
        .findFirst()
        .orElseThrow();
  }

  private List<Series> series(String subject) {
    return books.standing(subject).records().stream().map(RecordFacts::series).toList();
  }
}
