package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.RecordLedger.Heard;

/** The ledger against an oracle that counts all of history again after each step. */
class RecordLedgerPropertyTest {
  /** Towns to play. A nightly run can ask for more. */
  private static final int SEEDS = Integer.getInteger("marsad.randomTowns", 40);

  @Test
  void shouldStandWhatTheOracleFindsWhateverComesChangesAndGoes() {
    for (var seed = 0; seed < SEEDS; seed++) {
      play(seed, 25, 60);
    }
  }

  @Test
  void shouldStandWhatTheOracleFindsOnCrowdedDays() {
    for (var seed = 1_000; seed < 1_000 + SEEDS / 4; seed++) {
      play(seed, 5, 120);
    }
  }

  @Test
  void shouldStandWhatTheOracleFindsOverLongSilences() {
    for (var seed = 2_000; seed < 2_000 + SEEDS / 2; seed++) {
      play(seed, 200, 60);
    }
  }

  @Test
  void shouldLookBackAndJudgeAnewAsFarAsItMayAndNoFurther() {
    for (var seed = 3_000; seed < 3_000 + SEEDS / 4; seed++) {
      play(seed, 760, 70);
    }
  }

  @Test
  void shouldStandTheSameInWhateverOrderStrikesCome() {
    for (var seed = 0; seed < SEEDS / 2; seed++) {
      var random = new Random(seed);
      var strikes = new RandomStrikes(random, 30);
      var rule = rule(random);
      var all = new ArrayList<Contribution>();
      for (var i = 0; i < 40; i++) {
        all.add(strikes.next("s" + i));
      }
      Map<String, List<RecordFacts>> first = Map.of();
      for (var order = 0; order < 4; order++) {
        var books = new Bookkeeper(rule, new MemoryLedger()).newestDay(strikes.end());
        all.forEach(books::tell);
        var standing = claims(books.standing());
        if (order == 0) {
          first = standing;
        }
        assertThat(standing).as("seed %d, order %d", seed, order).isEqualTo(first);
        Collections.shuffle(all, random);
      }
    }
  }

  private static void play(int seed, int days, int steps) {
    var random = new Random(seed);
    var strikes = new RandomStrikes(random, days);
    var rule = rule(random);
    var store = new MemoryLedger();
    var books = new Bookkeeper(rule, store).newestDay(strikes.end());
    for (var step = 0; step < steps; step++) {
      act(random, strikes, books, step);
      check(rule, books, strikes.end(), "seed %d, step %d".formatted(seed, step));
    }
    // when all has gone, nothing but the days of those who were heard is left
    books.apply(List.of(), List.copyOf(books.strikes().keySet()), List.of());
    books
        .reports()
        .forEach(id -> books.apply(List.of(), List.of(), List.of(books.heard(id, null))));
    assertThat(books.standing()).as("seed %d", seed).isEmpty();
  }

  private static void act(Random random, RandomStrikes strikes, Bookkeeper books, int step) {
    var known = List.copyOf(books.strikes().keySet());
    var one = known.isEmpty() ? "" : known.get(random.nextInt(known.size()));
    var action = known.size() < 6 ? 0 : random.nextInt(12);
    switch (action) {
      case 0, 1, 2, 3, 4 -> books.tell(strikes.next("s" + step));
      case 5 -> books.tell(strikes.next(one)); // corrected in all
      case 6, 7 -> books.tell(strikes.changed(books.strike(one)));
      case 8 -> { // two become one
        var other = known.get(random.nextInt(known.size()));
        var merged = strikes.next(one);
        books.apply(List.of(merged), other.equals(one) ? List.of() : List.of(other), List.of());
      }
      case 9 -> books.apply(List.of(), List.of(one), List.of()); // taken back, yet heard of
      case 10 -> { // a report that was elsewhere, or of other days
        var reports = books.reports();
        var report = reports.get(random.nextInt(reports.size()));
        var day = strikes.day();
        Heard heard =
            books.heard(
                report, random.nextBoolean() ? null : new Days(day, day + random.nextInt(3)));
        books.apply(List.of(), List.of(), List.of(heard));
      }
      default -> books.heartbeat(strikes.day());
    }
  }

  private static void check(
      HeaviestInDaysRule rule, Bookkeeper books, long newestDay, String where) {
    var oracle =
        new RecordOracle(rule, RandomStrikes.TOWN, books.strikes().values(), books.heardDays());
    var expected = oracle.standing(newestDay - Bookkeeper.REJUDGED_DAYS);
    var standing = books.standing();
    assertThat(claims(standing)).as(where).isEqualTo(claims(cut(expected)));
    var ledger = books.ledger();
    for (var entry : expected.entrySet()) {
      var records = entry.getValue();
      var subject = entry.getKey();
      var verdict = books.standing(subject);
      assertThat(verdict.recordsInAll()).as(where).isEqualTo(records.size());
      assertThat(verdict.certain())
          .as("%s: %s", where, subject)
          .isEqualTo(records.stream().anyMatch(r -> r.certainDays() >= rule.minDays()));
      assertThat(verdict.longestDays()).isEqualTo(longest(records));
      assertThat(verdict.longestAreaDays())
          .isEqualTo(longest(records.stream().filter(r -> r.scope() == Scope.AREA).toList()));
      assertThat(verdict.longestPeopleDays())
          .isEqualTo(
              longest(
                  records.stream().filter(r -> r.series().measure() != Measure.IMPACTS).toList()));
      var now =
          books.strikes().containsKey(subject)
              ? ledger.judgeStrike(subject)
              : ledger.judgeDay(Long.parseLong(subject));
      assertThat(now.records()).as("%s: %s", where, subject).isEqualTo(cut(expected).get(subject));
    }
  }

  private static int longest(List<RecordFacts> records) {
    return records.stream().mapToInt(RecordFacts::likelyDays).max().orElse(0);
  }

  private static Map<String, List<RecordFacts>> cut(Map<String, List<RecordFacts>> all) {
    var cut = new TreeMap<String, List<RecordFacts>>();
    all.forEach((subject, r) -> cut.put(subject, r.subList(0, Math.min(12, r.size()))));
    return cut;
  }

  private static Map<String, List<RecordFacts>> claims(Map<String, ?> standing) {
    var claims = new TreeMap<String, List<RecordFacts>>();
    standing.forEach(
        (subject, verdict) -> {
          var records = verdict instanceof Judged judged ? judged.records() : facts(verdict);
          claims.put(subject, records.stream().map(RecordFacts::withoutEvidence).toList());
        });
    return claims;
  }

  @SuppressWarnings("unchecked")
  private static List<RecordFacts> facts(Object records) {
    return (List<RecordFacts>) records;
  }

  private static HeaviestInDaysRule rule(Random random) {
    return new HeaviestInDaysRule(
        1 + random.nextInt(3),
        random.nextInt(3) == 0 ? 30 : 1 + random.nextInt(6),
        new Floors(2 + random.nextInt(4), 2 + random.nextInt(4), 3 + random.nextInt(5)),
        new Floors(1 + random.nextInt(3), 1 + random.nextInt(4), 3 + random.nextInt(5)));
  }
}
