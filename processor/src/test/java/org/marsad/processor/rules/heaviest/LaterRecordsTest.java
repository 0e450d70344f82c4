package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;

/** What a change of history does to the records that came after it. */
class LaterRecordsTest {
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, new Floors(5, 5, 10), new Floors(3, 5, 10));
  private static final long DAY = LocalDate.of(2016, 10, 20).toEpochDay();

  private final MemoryLedger store = new MemoryLedger();

  @Test
  void shouldWithdrawALaterRecordWhenALateReportReachesIt() {
    // Given
    change(null, Strikes.dated("first", DAY - 20, CountRange.of(1)));
    change(null, Strikes.dated("heavy", DAY, CountRange.of(48)));
    // When
    var judged = change(null, Strikes.dated("late", DAY - 2, CountRange.of(48)));
    // Then
    assertThat(verdicts(judged, Series.DAY_KILLED, DAY))
        .hasSize(1)
        .allMatch(r -> r.record().isEmpty());
  }

  @Test
  void shouldCountCertainDaysAnewWhenALateReportMayHaveBeenAsHeavy() {
    // Given
    change(null, Strikes.dated("first", DAY - 20, CountRange.of(1)));
    change(null, Strikes.dated("heavy", DAY, new CountRange(40, 50, 60)));
    // When nobody knows on which day it was: it adds to the high alone
    var judged = change(null, Strikes.between("late", DAY - 10, DAY - 8, new CountRange(1, 2, 45)));
    // Then
    var record = only(judged, Series.DAY_KILLED, DAY);
    assertThat(record.certainDays()).isEqualTo(8);
    assertThat(record.likelyDays()).isEqualTo(20);
    assertThat(record.sinceRecordsBegan()).isTrue();
  }

  @Test
  void shouldCountPossibleDaysAnewWhenALateReportWasHeavierForCertain() {
    // Given an equal day in between bounds the likely days, not the possible ones
    change(null, Strikes.dated("first", DAY - 20, CountRange.of(1)));
    change(null, Strikes.dated("equal", DAY - 5, new CountRange(1, 50, 50)));
    change(null, Strikes.dated("heavy", DAY, new CountRange(40, 50, 60)));
    // When
    var judged = change(null, Strikes.dated("late", DAY - 10, CountRange.of(60)));
    // Then
    var record = only(judged, Series.DAY_KILLED, DAY);
    assertThat(record.likelyDays()).isEqualTo(5);
    assertThat(record.possibleDays()).isEqualTo(10);
  }

  @Test
  void shouldTellInEachRecordWhenTheRecordsBeganWhenTheyTurnOutToBeginEarlier() {
    // Given a record that another day bounds
    change(null, Strikes.dated("first", DAY - 20, CountRange.of(48)));
    change(null, Strikes.dated("heavy", DAY, CountRange.of(48)));
    // When
    var judged = change(null, Strikes.dated("earliest", DAY - 30, CountRange.of(1)));
    // Then
    var record = only(judged, Series.DAY_KILLED, DAY);
    assertThat(record.recordsBegan()).isEqualTo(DAY - 30);
    assertThat(record.likelyDays()).isEqualTo(20);
    assertThat(record.sinceRecordsBegan()).isFalse();
  }

  @Test
  void shouldGiveOneVerdictOnAStrikeThatIsMovedToAnotherDay() {
    // Given
    change(null, Strikes.dated("first", DAY - 20, CountRange.of(1)));
    var strike = Strikes.dated("heavy", DAY, CountRange.of(48));
    change(null, strike);
    // When it turns out to have been five days earlier
    var judged = change(strike, Strikes.dated("heavy", DAY - 5, CountRange.of(48)));
    // Then
    var verdicts =
        judged.stream()
            .filter(v -> v.series() == Series.STRIKE_KILLED && v.strikeId().equals("heavy"))
            .toList();
    assertThat(verdicts).hasSize(1);
    assertThat(verdicts.get(0).record().orElseThrow().day()).isEqualTo(DAY - 5);
  }

  @Test
  void shouldCountAsTheExampleInTheReadmeDoes() {
    // Given
    change(null, Strikes.dated("15 September", DAY - 35, CountRange.of(1)));
    change(null, Strikes.dated("9", DAY - 11, CountRange.of(48)));
    change(null, Strikes.dated("12", DAY - 8, CountRange.of(20)));
    change(null, Strikes.dated("15", DAY - 5, new CountRange(30, 40, 47)));
    // When
    var judged = change(null, Strikes.dated("20", DAY, new CountRange(45, 48, 50)));
    // Then
    assertThat(only(judged, Series.DAY_KILLED, DAY))
        .isEqualTo(
            new RecordFacts(
                Series.DAY_KILLED,
                DAY,
                new CountRange(45, 48, 50),
                11,
                5,
                35,
                false,
                LocalDate.of(2016, 9, 15).toEpochDay(),
                0,
                "",
                3,
                5));
  }

  private List<Judged> change(@Nullable Contribution before, @Nullable Contribution after) {
    return new RecordLedger(RULE, "town", AreaMap.UNKNOWN, store)
        .apply(List.of(new Change(before, after)));
  }

  private static List<Judged> verdicts(List<Judged> judged, Series series, long day) {
    return judged.stream().filter(v -> v.series() == series && v.day() == day).toList();
  }

  private static RecordFacts only(List<Judged> judged, Series series, long day) {
    var records =
        verdicts(judged, series, day).stream().flatMap(v -> Stream.of(v.record().orElseThrow()));
    var found = records.toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
