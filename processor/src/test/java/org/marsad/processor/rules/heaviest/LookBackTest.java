package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;

/** How far claims look back, who watched, and what is forgotten: both sides of every edge. */
class LookBackTest {
  private static final long DAY = 17_800;
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, 30, new Floors(5, 5, 10), new Floors(3, 5, 10));

  private final MemoryLedger store = new MemoryLedger();
  private final Bookkeeper books = new Bookkeeper(RULE, store);

  @Test
  void shouldFireFromTheLeastDaysAndTheFloorOn() {
    watch(DAY - 20, DAY + 20);
    tell(on("equal", DAY - 3).killed(5));
    tell(on("three", DAY).killed(5));
    assertThat(killed(DAY).likelyDays()).isEqualTo(3);
    tell(on("two", DAY + 2).killed(5));
    assertThat(books.standing()).doesNotContainKeys("two", String.valueOf(DAY + 2));
    tell(on("light", DAY + 8).killed(4));
    assertThat(books.standing()).doesNotContainKeys("light", String.valueOf(DAY + 8));
  }

  @Test
  void shouldJudgeAStrikeByTheFloorOfStrikesAndADayByThatOfDays() {
    watch(DAY - 20, DAY);
    tell(at("four", DAY, 9, "town/east").impacts(4));
    assertThat(books.standing()).containsOnlyKeys("four");
    tell(at("one", DAY, 10, "town/east").impacts(1));
    assertThat(books.standing()).containsOnlyKeys("four", String.valueOf(DAY));
  }

  @Test
  void shouldLookBack365DaysAndSayWhereItWouldGoOn() {
    // Given days that reach it 365 and 366 days before
    watch(DAY - 500, DAY + 1);
    tell(on("year", DAY - 365).killed(50));
    // When
    tell(on("heavy", DAY).killed(50));
    // Then
    assertThat(killed(DAY).likelyDays()).isEqualTo(365);
    assertThat(killed(DAY).atLeast()).isFalse();
    assertThat(killed(DAY).sinceWatchingBegan()).isFalse();
    // When
    tell(on("heavier", DAY + 1).killed(51));
    // Then nothing reached it for longer than it may look back
    assertThat(killed(DAY + 1).likelyDays()).isEqualTo(365);
    assertThat(killed(DAY + 1).certainDays()).isEqualTo(365);
    assertThat(killed(DAY + 1).possibleDays()).isEqualTo(365);
    assertThat(killed(DAY + 1).atLeast()).isTrue();
    assertThat(killed(DAY + 1).sinceWatchingBegan()).isFalse();
    assertThat(killed(DAY + 1).watchedSince()).isEqualTo(DAY - 500);
  }

  @Test
  void shouldSaySinceWatchingBeganWhenThatWas365DaysAgoAndNotWhenItWasLonger() {
    watch(DAY - 365, DAY + 1);
    tell(on("heavy", DAY).killed(50));
    assertThat(killed(DAY).likelyDays()).isEqualTo(365);
    assertThat(killed(DAY).sinceWatchingBegan()).isTrue();
    assertThat(killed(DAY).atLeast()).isFalse();
    tell(on("heavier", DAY + 1).killed(51));
    assertThat(killed(DAY + 1).sinceWatchingBegan()).isFalse();
    assertThat(killed(DAY + 1).atLeast()).isTrue();
  }

  @Test
  void shouldTakeMoreThanThirtyDaysWithoutAWordAsAPause() {
    tell(on("first", DAY - 31).killed(9));
    tell(on("heavy", DAY).killed(9));
    assertThat(killed(DAY).likelyDays()).isEqualTo(31); // thirty days of silence
    tell(on("later", DAY + 32).killed(9)); // thirty-one
    assertThat(books.standing()).doesNotContainKey(String.valueOf(DAY + 32));
    // When a heartbeat falls into the silence
    var judged = books.heartbeat(DAY + 16);
    // Then somebody watched
    assertThat(judged.stream().map(Judged::scale)).containsExactly(Scale.STRIKE, Scale.DAY);
    assertThat(killed(DAY + 32).likelyDays()).isEqualTo(32);
    assertThat(killed(DAY + 32).longestSilenceDays()).isEqualTo(15);
    // and a second one on that day changes nothing
    assertThat(books.heartbeat(DAY + 16)).isEmpty();
  }

  @Test
  void shouldHearOfTheDaysOfAReportThatIsTakenBack() {
    tell(on("first", DAY - 10).killed(1));
    tell(on("heavy", DAY).killed(50));
    // When the first strike is taken back, and its report says so
    books.apply(List.of(), List.of("first"), List.of(books.heard("of:first", days(DAY - 10))));
    // Then
    assertThat(killed(DAY).likelyDays()).isEqualTo(10);
    // When the report turns out to be of another town
    var judged = books.apply(List.of(), List.of(), List.of(books.heard("of:first", null)));
    // Then nobody watched before
    assertThat(judged).hasSize(2).allMatch(verdict -> verdict.records().isEmpty());
    assertThat(books.standing()).isEmpty();
  }

  @Test
  void shouldShowTheLastThirtyDaysAndThoseOfWhichNobodyWasHeard() {
    tell(on("first", DAY - 29).killed(2));
    tell(on("second", DAY - 2).killed(3));
    books.heartbeat(DAY - 1);
    tell(on("heavy", DAY).killed(50));
    var recent = killed(DAY).recent();
    assertThat(recent).hasSize(30);
    assertThat(recent.subList(0, 2)).containsExactly(2, null);
    assertThat(recent.subList(26, 30)).containsExactly(null, 3, 0, 50);
  }

  @Test
  void shouldJudgeAnewAsFarAsItMayAndCloseWhatIsOlder() {
    // Given
    watch(DAY - 450, DAY);
    books.newestDay(DAY - 380);
    tell(on("old", DAY - 401).killed(50));
    tell(on("open", DAY - 400).killed(51));
    assertThat(books.standing()).containsKeys("old", "open");
    // When the area goes on, and a late report is as heavy as both
    books.newestDay(DAY);
    tell(on("late", DAY - 402).killed(60));
    // Then
    assertThat(books.standing()).containsKey("old").doesNotContainKeys("open", "late");
  }

  @Test
  void shouldForgetTheOldestDaysAFewAtATime() {
    for (var day = DAY - 20; day <= DAY; day++) {
      tell(on("s" + day, day).killed(9));
    }
    var size = store.size();
    // When
    var newest = DAY + 800 - 10; // ten days are too old
    assertThat(books.ledger().sweep(newest, 3)).isEqualTo(3);
    assertThat(store.size()).isLessThan(size);
    assertThat(books.ledger().day(DAY - 18)).isEmpty();
    assertThat(books.ledger().day(DAY - 17)).isPresent();
    assertThat(books.ledger().sweep(newest, 100)).isEqualTo(7);
    assertThat(books.ledger().day(DAY - 11)).isEmpty();
    assertThat(books.ledger().day(DAY - 10)).isPresent();
    assertThat(books.ledger().sweep(newest, 100)).isZero();
    // and a strike of a forgotten day can still be taken back
    books.newestDay(newest);
    assertThat(books.apply(List.of(), List.of("s" + (DAY - 20)), List.of())).isEmpty();
    books.ledger().forgetStrike("s" + (DAY - 19));
    assertThat(books.ledger().contribution("s" + (DAY - 19))).isNull();
  }

  @Test
  void shouldForgetSilentDaysTooAndNotTheWatchingOfNewerOnes() {
    watch(DAY - 20, DAY);
    assertThat(books.ledger().sweep(DAY + 800 - 10, 100)).isEqualTo(10);
    books.newestDay(DAY);
    tell(on("heavy", DAY).killed(9));
    assertThat(killed(DAY).watchedSince()).isEqualTo(DAY - 10);
  }

  @Test
  void shouldTellTwelveRecordsAtMostAndTheirNumber() {
    // Given six neighbourhoods that were all never hit as hard, in one of them for longer
    watch(DAY - 40, DAY);
    for (var i = 1; i < 6; i++) {
      tell(on("before" + i, DAY - 10 - i).in("town/n" + i).killed(9).injured(9).impacts(9));
    }
    for (var i = 0; i < 6; i++) {
      tell(at("s" + i, DAY, i, "town/n" + i).killed(8).injured(8).impacts(8));
    }
    // When
    var verdict = books.standing(DAY);
    // Then
    assertThat(verdict.recordsInAll()).isEqualTo(21);
    assertThat(verdict.longestDays()).isEqualTo(40);
    assertThat(verdict.records()).hasSize(12);
    assertThat(verdict.records().stream().map(RecordFacts::scope).limit(4))
        .containsExactly(Scope.AREA, Scope.AREA, Scope.AREA, Scope.NEIGHBOURHOOD);
    assertThat(verdict.records().stream().map(facts -> facts.series().measure()))
        .startsWith(Measure.KILLED, Measure.CASUALTIES, Measure.IMPACTS)
        .endsWith(Measure.KILLED, Measure.CASUALTIES, Measure.CASUALTIES, Measure.CASUALTIES);
    assertThat(verdict.records().stream().skip(3).map(RecordFacts::scopeCode))
        .containsExactly(
            "town/n0", "town/n5", "town/n4", "town/n3", "town/n2", "town/n1", "town/n0", "town/n5",
            "town/n4");
  }

  @Test
  void shouldMakeTheSameClaimWhateverTheEvidence() {
    watch(DAY - 20, DAY);
    tell(on("heavy", DAY).killed(9));
    var before = books.standing("heavy").records();
    tell(on("light", DAY - 4).killed(1));
    var after = books.ledger().judgeStrike("heavy").records();
    assertThat(after).isNotEqualTo(before);
    assertThat(RecordFacts.sameClaims(before, after)).isTrue();
    assertThat(before.get(0).sameClaim(after.get(0))).isTrue();
    tell(on("half", DAY - 4).killed(1, 1, 9));
    after = books.ledger().judgeStrike("heavy").records();
    assertThat(RecordFacts.sameClaims(before, after)).isFalse();
    assertThat(before.get(0).sameClaim(after.get(0))).isFalse();
  }

  private void watch(long first, long last) {
    for (var day = first; day <= last; day++) {
      books.heartbeat(day);
    }
  }

  private void tell(Strikes strike) {
    books.tell(strike.done());
  }

  private static Days days(long day) {
    return new Days(day, day);
  }

  private RecordFacts killed(long day) {
    return books.standing(day).records().get(0);
  }
}
