package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.between;
import static org.marsad.processor.rules.heaviest.Strikes.on;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Scale;

/** Small histories, each of which was once told wrongly. */
class RecordCasesTest {
  private static final String TOWN = RandomStrikes.TOWN;
  private static final String EAST = "town/east";
  private static final HeaviestInDaysRule RULE = rule(30);
  private static final long FIRST = LocalDate.of(2016, 9, 1).toEpochDay();

  private final Bookkeeper books = new Bookkeeper(RULE, new MemoryLedger());

  @Test
  void shouldCallNoDayTheHeaviestForAStrikeOfTwoDays() {
    // Given
    tell(on("first", FIRST).killed(1));
    // When nobody knows on which of two days 88 people were killed
    tell(between("raid", FIRST + 111, FIRST + 112).killed(88));
    // Then
    assertThat(books.standing()).isEmpty();
  }

  @Test
  void shouldCountARaidAcrossMidnightOnTheDayThatItEnded() {
    // Given
    tell(at("first", FIRST, 10, EAST).killed(1));
    // When
    tell(at("raid", FIRST + 9, 0, EAST).sinceTheEveningBefore().killed(40).impacts(12));
    // Then
    var day = record(FIRST + 9, TOWN, Series.DAY_KILLED);
    assertThat(day.value()).isEqualTo(CountRange.of(40));
    assertThat(day.likelyDays()).isEqualTo(9);
    var strike = record("raid", EAST, Series.STRIKE_KILLED);
    assertThat(strike.day()).isEqualTo(FIRST + 9);
    assertThat(strike.likelyDays()).isEqualTo(9);
    assertThat(books.standing()).containsOnlyKeys("raid", String.valueOf(FIRST + 9));
    assertThat(books.ledger().day(FIRST + 8)).isEmpty();
  }

  @Test
  void shouldNotBeCertainInANeighbourhoodWhereThoseKilledSomewhereMayHaveBeen() {
    // Given 50 killed somewhere in the town
    tell(on("first", FIRST).killed(1));
    tell(on("somewhere", FIRST + 7).killed(50));
    // When
    tell(on("east", FIRST + 11).in(EAST).killed(6));
    // Then
    assertThat(record("east", EAST, Series.STRIKE_KILLED).likelyDays()).isEqualTo(11);
    assertThat(record("east", EAST, Series.STRIKE_KILLED).certainDays()).isEqualTo(4);
    var day = record(FIRST + 11, EAST, Series.DAY_KILLED);
    assertThat(day.likelyDays()).isEqualTo(11);
    assertThat(day.certainDays()).isEqualTo(4);
    assertThat(day.sinceWatchingBegan()).isTrue();
  }

  @Test
  void shouldNotBeCertainByCasualtiesWhereNobodyCountedTheInjured() {
    // Given
    tell(on("first", FIRST).killed(1).injured(1));
    tell(on("uncounted", FIRST + 9).killed(30));
    // When
    tell(on("counted", FIRST + 13).killed(2).injured(33));
    // Then
    var day = record(FIRST + 13, TOWN, Series.DAY_CASUALTIES);
    assertThat(day.value()).isEqualTo(CountRange.of(35));
    assertThat(day.likelyDays()).isEqualTo(13);
    assertThat(day.certainDays()).isEqualTo(4);
    // and of the day on which nobody counted them no casualties are told
    assertThat(find(FIRST + 9, TOWN, Series.DAY_CASUALTIES)).isEmpty();
    assertThat(record(FIRST + 9, TOWN, Series.DAY_KILLED).likelyDays()).isEqualTo(9);
  }

  @Test
  void shouldNotBeCertainByImpactsWhereNobodyCountedThem() {
    // Given five strikes of one day that nobody counted
    tell(at("first", FIRST, 10, EAST).impacts(1));
    for (var hour = 10; hour < 15; hour++) {
      tell(at("uncounted" + hour, FIRST + 4, hour, EAST));
    }
    // When
    tell(at("counted", FIRST + 8, 10, EAST).impacts(6));
    // Then
    var day = record(FIRST + 8, TOWN, Series.DAY_IMPACTS);
    assertThat(day.likelyDays()).isEqualTo(8);
    assertThat(day.certainDays()).isEqualTo(4);
    var uncounted = record(FIRST + 4, TOWN, Series.DAY_IMPACTS);
    assertThat(uncounted.value()).isEqualTo(new CountRange(5, 5, CountRange.OPEN));
    assertThat(uncounted.unreported()).isEqualTo(5);
  }

  @Test
  void shouldAddUpWhatOneSourceSaysButForTheLow() {
    // Given
    tell(on("first", FIRST).killed(1));
    tell(on("earlier", FIRST + 4).killed(30));
    // When the town's toll may include the strike that the same source told by itself
    tell(at("fine", FIRST + 8, 14, EAST).killed(20));
    tell(on("toll", FIRST + 8).killed(15));
    // Then
    var day = record(FIRST + 8, TOWN, Series.DAY_KILLED);
    assertThat(day.value()).isEqualTo(new CountRange(20, 35, 35));
    assertThat(day.likelyDays()).isEqualTo(8);
    assertThat(day.sinceWatchingBegan()).isTrue();
    assertThat(day.certainDays()).isEqualTo(4);
  }

  @Test
  void shouldCountAMonthWithoutAWordAndSayHowLongItWas() {
    // Given
    tell(on("first", FIRST).in(EAST).killed(10));
    // When
    tell(on("next", FIRST + 30).in(EAST).killed(6));
    // Then
    var day = record(FIRST + 30, TOWN, Series.DAY_KILLED);
    assertThat(day.likelyDays()).isEqualTo(30);
    assertThat(day.certainDays()).isEqualTo(30);
    assertThat(day.sinceWatchingBegan()).isFalse();
    assertThat(day.watchedSince()).isEqualTo(FIRST);
    assertThat(day.longestSilenceDays()).isEqualTo(29);
  }

  @Test
  void shouldClaimNothingAcrossAPause() {
    // Given the same month, where two weeks without a word are a pause
    var impatient = new Bookkeeper(rule(14), new MemoryLedger());
    impatient.tell(on("first", FIRST).in(EAST).killed(10).done());
    // When
    impatient.tell(on("next", FIRST + 30).in(EAST).killed(6).done());
    // Then watching began anew on that day
    assertThat(impatient.standing()).isEmpty();
    // and four days later it is the first day of watching that a claim goes back to
    impatient.tell(on("later", FIRST + 34).in(EAST).killed(7).done());
    var later = impatient.standing("later").records().get(0);
    assertThat(later.watchedSince()).isEqualTo(FIRST + 30);
    assertThat(later.likelyDays()).isEqualTo(4);
    assertThat(later.sinceWatchingBegan()).isTrue();
  }

  @Test
  void shouldBeAtMostLikelyWhileItIsCertainForTooFewDays() {
    tell(on("first", FIRST).killed(1));
    tell(on("uncounted", FIRST + 9));
    var judged = books.tell(on("heavy", FIRST + 11).killed(20).done());
    assertThat(judged).hasSize(2);
    assertThat(judged)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.records().get(0).certainDays()).isEqualTo(2);
              assertThat(verdict.certainty(Certainty.OBSERVED)).isEqualTo(Certainty.LIKELY);
              assertThat(verdict.certainty(Certainty.POSSIBLE)).isEqualTo(Certainty.POSSIBLE);
            });
    // When it turns out that the uncounted day was a quiet one
    judged = books.tell(on("uncounted", FIRST + 9).killed(0).impacts(0).done());
    // Then
    assertThat(judged.stream().map(Judged::scale)).containsExactly(Scale.STRIKE, Scale.DAY);
    assertThat(judged)
        .allMatch(verdict -> verdict.certainty(Certainty.OBSERVED) == Certainty.OBSERVED);
  }

  /**
   * A message holds twelve records; how long, how grave and how certain a day is, all of them say.
   */
  @Test
  void shouldJudgeADayByItsHiddenRecordsToo() {
    // Given a part of the town where nothing as heavy fell since the first day
    var books = new Bookkeeper(rule(400), new MemoryLedger());
    books.tell(at("first", FIRST, 10, "town/quiet").killed(0).injured(40).done());
    // And twelve others that were hit harder four days ago, and two days ago nobody counted
    for (var part = 10; part < 22; part++) {
      var code = "town/n" + part;
      books.tell(at("hard" + part, FIRST + 61, 10, code).killed(9).impacts(3).done());
      books.tell(at("uncounted" + part, FIRST + 63, 10, code).done());
    }
    // When all are hit
    for (var part = 10; part < 22; part++) {
      books.tell(at("now" + part, FIRST + 65, 10, "town/n" + part).killed(6).done());
    }
    books.tell(at("quiet", FIRST + 65, 10, "town/quiet").killed(0).injured(30).done());
    // Then the twelve that are told reach back four days and are not certain
    var day = books.standing(FIRST + 65);
    assertThat(day.records()).hasSize(12).allMatch(record -> record.likelyDays() == 4);
    assertThat(day.records()).allMatch(record -> record.certainDays() == 2);
    assertThat(day.recordsInAll()).isEqualTo(16);
    assertThat(day.longestAreaDays()).isEqualTo(4);
    // But the quiet part's casualties are certainly the most in 65 days
    assertThat(day.longestDays()).isEqualTo(65);
    assertThat(day.longestPeopleDays()).isEqualTo(65);
    assertThat(day.certain()).isTrue();
  }

  private void tell(Strikes strike) {
    books.tell(strike.done());
  }

  private RecordFacts record(Object subject, String scopeCode, Series series) {
    var records = find(subject, scopeCode, series);
    assertThat(records).as("records of %s in %s", series, scopeCode).hasSize(1);
    return records.get(0);
  }

  private List<RecordFacts> find(Object subject, String scopeCode, Series series) {
    var verdict = books.standing().get(String.valueOf(subject));
    return verdict == null
        ? List.of()
        : verdict.records().stream()
            .filter(r -> r.scopeCode().equals(scopeCode) && r.series() == series)
            .toList();
  }

  private static HeaviestInDaysRule rule(int pauseDays) {
    return new HeaviestInDaysRule(3, pauseDays, new Floors(5, 5, 10), new Floors(3, 5, 10));
  }
}
