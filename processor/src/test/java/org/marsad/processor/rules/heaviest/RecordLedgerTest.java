package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;
import org.marsad.processor.rules.heaviest.RecordOracle.Subject;

/** The ledger against the oracle: strikes come, change, move, merge and go in any order. */
class RecordLedgerTest {
  private static final String TOWN = "town";

  /** Fewer where a run is one of very many: under mutation. */
  private static final int SEEDS = Integer.getInteger("marsad.randomTowns", 1_000);

  private static final int OPERATIONS = 40;

  @Test
  void shouldHoldTheSameRecordsAsACountOfEverythingWhateverComesInWhateverOrder() {
    var records = LongStream.range(0, SEEDS).map(RecordLedgerTest::play).sum();
    assertThat(records).as("records compared").isGreaterThan(200L * SEEDS);
  }

  @Test
  void shouldLeaveNoTotalsBehindWhenEveryStrikeIsTakenBack() {
    // Given
    var strikes = new RandomStrikes(new Random(1));
    var store = new MemoryLedger();
    var rule = new HeaviestInDaysRule(3, new Floors(1, 1, 1), new Floors(1, 1, 1));
    var all = new ArrayList<Contribution>();
    for (var i = 0; i < 50; i++) {
      all.add(strikes.next("s" + i));
    }
    all.forEach(strike -> apply(rule, store, new Change(null, strike)));
    assertThat(store.daysWithTotals()).isPositive();
    // When
    all.forEach(strike -> apply(rule, store, new Change(strike, null)));
    // Then
    assertThat(store.daysWithTotals()).isZero();
    assertThat(store.scopes())
        .allSatisfy(scope -> assertThat(new RecordTree(scope, store).firstWatched()).isEmpty());
  }

  @Test
  void shouldJudgeTheAreaAndTheNeighbourhoodOfAStrike() {
    // Given a strike in a neighbourhood, and thresholds that any strike reaches
    var floors = new Floors(1, 1, 1);
    var ledger =
        new RecordLedger(
            new HeaviestInDaysRule(1, floors, floors), TOWN, AreaMap.UNKNOWN, new MemoryLedger());
    // When
    var judged = ledger.apply(List.of(new Change(null, inTheMill())));
    // Then
    assertThat(judged)
        .filteredOn(verdict -> verdict.scope() == Scope.AREA)
        .isNotEmpty()
        .allMatch(verdict -> verdict.scopeCode().equals(TOWN));
    assertThat(judged)
        .filteredOn(verdict -> verdict.scope() == Scope.NEIGHBOURHOOD)
        .isNotEmpty()
        .allMatch(verdict -> verdict.scopeCode().equals("town/mill"));
  }

  private static Contribution inTheMill() {
    var killed = CountRange.of(3);
    return new Contribution(
        "s",
        "town/mill",
        Contribution.FINE,
        100,
        100,
        true,
        0,
        0,
        "a:1",
        Certainty.LIKELY,
        new TreeSet<>(List.of("a")),
        null,
        false,
        killed,
        killed);
  }

  private static void apply(HeaviestInDaysRule rule, MemoryLedger store, Change change) {
    new RecordLedger(rule, TOWN, AreaMap.UNKNOWN, store).apply(List.of(change));
  }

  /** One town's story; returns how many records were compared. */
  private static long play(long seed) {
    var random = new Random(seed);
    var strikes = new RandomStrikes(random);
    var floors = new Floors(1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(4));
    var strikeFloors =
        new Floors(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3));
    var rule = new HeaviestInDaysRule(1 + random.nextInt(4), floors, strikeFloors);
    var configured = random.nextInt(4) == 0 ? LocalDate.ofEpochDay(strikes.day()) : null;
    var map = new AreaMap(ZoneOffset.UTC, null, configured, Map.of(), List.of());
    var oracle = new RecordOracle(rule, TOWN, map);
    var store = new MemoryLedger();
    var known = new TreeMap<String, Contribution>();
    var standing = new HashMap<Subject, RecordFacts>();
    var everOfDays = new HashSet<Subject>();
    var compared = 0L;
    for (var operation = 0; operation < OPERATIONS; operation++) {
      var before = List.copyOf(known.values());
      var changes = someChanges(random, strikes, known, operation);
      var judged = new RecordLedger(rule, TOWN, map, store).apply(changes);
      var subjects = new HashSet<Subject>();
      for (var verdict : judged) {
        var subject =
            Subject.of(verdict.scopeCode(), verdict.series(), verdict.day(), verdict.strikeId());
        if (!subjects.add(subject)) {
          fail("seed %d, operation %d: %s was judged twice", seed, operation, subject);
        }
        if (before.stream().noneMatch(strike -> isOf(verdict, strike))) {
          everOfDays.remove(subject);
        }
        if (verdict.strikeId().isEmpty()
            ? verdict.canHaveBeen() != everOfDays.contains(subject)
            : !verdict.canHaveBeen() && standing.containsKey(subject)) {
          fail("seed %d, operation %d: %s: %s", seed, operation, subject, verdict.canHaveBeen());
        }
        if (verdict.record().isPresent()) {
          everOfDays.add(subject);
        }
        verdict
            .record()
            .ifPresentOrElse(facts -> standing.put(subject, facts), () -> standing.remove(subject));
      }
      var expected = oracle.standing(known.values());
      if (!standing.equals(expected)) {
        fail(
            "seed %d, operation %d: %s%n%s",
            seed, operation, changes, difference(standing, expected));
      }
      compared += expected.size();
    }
    return compared;
  }

  /** Whether a strike touches the day of a verdict in its scope. */
  private static boolean isOf(RecordLedger.Judged verdict, Contribution strike) {
    return strike.firstDay() <= verdict.day()
        && verdict.day() <= strike.lastDay()
        && (verdict.scope() == Scope.AREA || verdict.scopeCode().equals(strike.neighbourhood()));
  }

  private static Map<Subject, String> difference(
      Map<Subject, RecordFacts> standing, Map<Subject, RecordFacts> expected) {
    var wrong = new HashMap<Subject, String>();
    var subjects = new HashSet<>(standing.keySet());
    subjects.addAll(expected.keySet());
    for (var subject : subjects) {
      var stands = standing.get(subject);
      var counted = expected.get(subject);
      if (!Objects.equals(stands, counted)) {
        wrong.put(subject, "the ledger says %s, the oracle %s".formatted(stands, counted));
      }
    }
    return wrong;
  }

  /** One change, or two at once as when strikes merge or split; {@code known} follows them. */
  private static List<Change> someChanges(
      Random random, RandomStrikes strikes, Map<String, Contribution> known, int operation) {
    var changes = new ArrayList<Change>();
    var ids = new ArrayList<>(known.keySet());
    for (var left = random.nextInt(5) == 0 ? 2 : 1; left > 0; left--) {
      if (ids.isEmpty() || random.nextInt(5) < 3) {
        var id = "s" + random.nextInt(10) + "-" + operation + "-" + left;
        var strike = strikes.next(id);
        known.put(id, strike);
        changes.add(new Change(null, strike));
      } else {
        var id = ids.remove(random.nextInt(ids.size()));
        var before = known.remove(id);
        var after = random.nextInt(3) == 0 ? null : strikes.next(id);
        if (after != null) {
          known.put(id, after);
        }
        changes.add(new Change(before, after));
      }
    }
    return changes;
  }
}
