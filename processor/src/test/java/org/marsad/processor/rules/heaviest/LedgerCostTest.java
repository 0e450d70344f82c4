package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.heaviest.Strikes.at;
import static org.marsad.processor.rules.heaviest.Strikes.between;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A report on a heavy day costs about as much as one on a quiet day. */
class LedgerCostTest {
  private static final long FIRST = 17_000;
  private static final long DAY = FIRST + 60;
  private static final int NEIGHBOURHOODS = 8;
  private static final HeaviestInDaysRule RULE =
      new HeaviestInDaysRule(3, 30, new Floors(5, 5, 10), new Floors(3, 5, 10));

  @Test
  void shouldReadAndWriteAboutAsMuchOnADayOfManyStrikesAsOnADayOfThree() {
    // Given
    var onAQuietDay = new CountingLedger(townWith(3));
    var onAHeavyDay = new CountingLedger(townWith(640));
    // When
    var next = at("next", DAY, 23, "town/n1").by("observer").killed(4).injured(3).impacts(2).done();
    new Bookkeeper(RULE, onAQuietDay).tell(next);
    new Bookkeeper(RULE, onAHeavyDay).tell(next);
    // Then
    // on the heavy day each of the neighbourhoods has a record, told with the day's
    assertThat(onAQuietDay.reads()).isLessThan(25);
    assertThat(onAHeavyDay.reads()).isLessThan(50);
    assertThat(onAQuietDay.writes()).isLessThan(10);
    assertThat(onAHeavyDay.writes()).isLessThan(14);
    assertThat(onAHeavyDay.readsOfStrikes()).isLessThan(4);
    assertThat(onAHeavyDay.bytes()).isLessThan(24_000);
  }

  @Test
  void shouldReadFewOfTheStrikesWhenOneInTheMiddleOfTheDayIsCorrectedOrTakenBack() {
    // Given
    var store = townWith(640);
    var counted = new CountingLedger(store);
    // When
    var corrected = at("s300", DAY, 11, "town/n4").by("o20").killed(3).injured(1).impacts(2).done();
    new Bookkeeper(RULE, counted).tell(corrected);
    // Then
    assertThat(counted.readsOfStrikes()).isLessThan(10);
    assertThat(counted.writes()).isLessThan(25);
  }

  @Test
  void shouldReadTheNewestStrikesOfTheDayAlone() {
    var counted = new CountingLedger(townWith(640));
    var day = new Bookkeeper(RULE, counted).ledger().day(DAY).orElseThrow();
    assertThat(day.strikes()).isEqualTo(640);
    assertThat(day.strikeIds()).hasSize(20).startsWith("s639", "s638").endsWith("s620");
    assertThat(day.neighbourhoods()).hasSize(NEIGHBOURHOODS).containsEntry("town/n7", 80);
    assertThat(counted.reads()).isLessThan(4);
  }

  @Test
  void shouldReadNothingTwiceAndWriteNothingWhenAStrikeStandsAsBefore() {
    var store = townWith(640);
    var counted = new CountingLedger(store);
    var ledger = new Bookkeeper(RULE, counted).ledger();
    var same = ledger.contribution("s300");
    assertThat(same).isNotNull();
    new Bookkeeper(RULE, counted).apply(List.of(same), List.of(), List.of());
    assertThat(counted.reads()).isEqualTo(2);
    assertThat(counted.writes()).isZero();
  }

  @Test
  void shouldKeepNothingOfStrikesThatHaveGone() {
    // Given
    var store = new MemoryLedger();
    var books = new Bookkeeper(RULE, store);
    for (var i = 0; i < 100; i++) {
      books.tell(
          at("s" + i, DAY + i % 3, i % 24, "town/n" + i % 5).by("o" + i % 7).killed(i).done());
    }
    books.tell(between("long", DAY - 40, DAY + 2).killed(80).done());
    // When
    for (var strikeId : List.copyOf(books.strikes().keySet())) {
      var heard = books.heard("of:" + strikeId, null);
      books.apply(List.of(), List.of(strikeId), List.of(heard));
    }
    // Then
    assertThat(store.size()).isZero();
  }

  private static MemoryLedger townWith(int strikes) {
    var random = new Random(1);
    var store = new MemoryLedger();
    var books = new Bookkeeper(RULE, store);
    for (var day = FIRST; day < DAY; day++) {
      books.tell(strike("d" + day, day, 10, (int) day, random));
    }
    for (var i = 0; i < strikes; i++) {
      books.tell(strike("s" + i, DAY, i * 24 / strikes, i, random));
    }
    return store;
  }

  private static Contribution strike(String id, long day, int hour, int i, Random random) {
    return at(id, day, hour, "town/n" + i % NEIGHBOURHOODS)
        .by("o" + i % 40)
        .killed(random.nextInt(20))
        .injured(3)
        .impacts(2)
        .done();
  }
}
