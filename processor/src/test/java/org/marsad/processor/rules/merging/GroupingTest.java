package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.merging.Ties.Pair;

class GroupingTest {
  private static final List<TimePrecision> PRECISIONS =
      List.of(TimePrecision.SECOND, TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.DAY);
  private static final List<DeliveryMeans> DELIVERIES =
      List.of(DeliveryMeans.AIRCRAFT, DeliveryMeans.HELICOPTER, DeliveryMeans.UNKNOWN);

  private final Association association = new Association(Duration.ofMinutes(15), 1_000);

  @Test
  void shouldMakeTheSameCompleteGroupsInWhateverOrderTheReportsCome() {
    for (var seed = 0; seed < 300; seed++) {
      // Given
      var random = new Random(seed);
      var reports = reports(random);
      var groups = ids(groups(reports, Ties.NONE));
      for (var shuffle = 0; shuffle < 5; shuffle++) {
        // When
        Collections.shuffle(reports, random);
        // Then
        assertThat(ids(groups(reports, Ties.NONE))).as("seed %d", seed).isEqualTo(groups);
      }
      for (var group : groups(reports, Ties.NONE)) {
        assertComplete(seed, group);
      }
    }
  }

  @Test
  void shouldNotChainTwoReportsThatOnlyAThirdLinks() {
    // Given b lies within reach of a and c, which are out of each other's reach; b is nearer to c
    var a = Said.by("a:1").report();
    var b = Said.by("b:1").after(Duration.ofMinutes(12)).report();
    var c = Said.by("c:1").after(Duration.ofMinutes(22)).report();
    // When
    var groups = groups(List.of(a, b, c), Ties.NONE);
    // Then
    assertThat(ids(groups)).containsExactly(List.of("a:1"), List.of("b:1", "c:1"));
  }

  @Test
  void shouldGiveTheThirdReportToTheNearerOfTwoStrikesOfOneSource() {
    var first = Said.by("a:1").report();
    var second = Said.by("a:2").after(Duration.ofMinutes(10)).report();
    var other = Said.by("b:1").after(Duration.ofMinutes(7)).report();
    assertThat(ids(groups(List.of(first, second, other), Ties.NONE)))
        .containsExactly(List.of("a:1"), List.of("a:2", "b:1"));
  }

  @Test
  void shouldLeaveEachReportAloneWhenNoneCanBeTheSame() {
    var day = Said.by("a:1").precise(TimePrecision.DAY).report();
    assertThat(ids(groups(List.of(Said.by("b:1").report(), day), Ties.NONE)))
        .containsExactly(List.of("a:1"), List.of("b:1"));
    assertThat(groups(List.of(), Ties.NONE)).isEmpty();
  }

  @Test
  void shouldKeepApartWhatAPersonTookApartAndWhatOnlyTheyWouldJoin() {
    var a = Said.by("a:1").report();
    var b = Said.by("b:1").after(Duration.ofMinutes(1)).report();
    var c = Said.by("c:1").after(Duration.ofMinutes(2)).report();
    // Given the two are not the same: the third is nearer to b by id, as near by time
    assertThat(grouped(List.of(a, b, c), Map.of(Pair.of("b:1", "a:1"), false)))
        .containsExactly(List.of("a:1"), List.of("b:1", "c:1"));
    assertThat(grouped(List.of(a, b), Map.of(Pair.of("a:1", "b:1"), false)))
        .containsExactly(List.of("a:1"), List.of("b:1"));
  }

  @Test
  void shouldJoinFirstWhatAPersonJoinedWhateverTheirSourcesAndTheirDistance() {
    var a = Said.by("a:1").report();
    var late = Said.by("a:2").after(Duration.ofHours(5)).east(9_000, 0).report();
    var near = Said.by("b:1").report();
    // Then b, who could be the same as a, cannot be the same as what a person joined with it
    assertThat(grouped(List.of(a, late, near), Map.of(Pair.of("a:2", "a:1"), true)))
        .containsExactly(List.of("a:1", "a:2"), List.of("b:1"));
    // When a person joins that one too
    assertThat(
            grouped(
                List.of(late, near, a),
                Map.of(Pair.of("a:2", "a:1"), true, Pair.of("a:2", "b:1"), true)))
        .containsExactly(List.of("a:1", "a:2", "b:1"));
    // And one who is kept apart from a part of them stays alone
    assertThat(
            grouped(
                List.of(late, near, a),
                Map.of(
                    Pair.of("a:2", "a:1"), true,
                    Pair.of("a:2", "b:1"), true,
                    Pair.of("a:1", "b:1"), false)))
        .containsExactly(List.of("a:1", "a:2"), List.of("b:1"));
  }

  @Test
  void shouldNameAGroupByItsSmallestIdWhateverWasJoinedFirst() {
    // Given the two larger ids are the nearest pair
    var a = Said.by("a:1").after(Duration.ofMinutes(9)).report();
    var b = Said.by("b:1").after(Duration.ofMinutes(1)).report();
    var c = Said.by("c:1").report();
    var alone = Said.by("aa:1").after(Duration.ofHours(3)).report();
    assertThat(grouped(List.of(c, b, alone, a), Map.of()))
        .containsExactly(List.of("a:1", "b:1", "c:1"), List.of("aa:1"));
  }

  @Test
  void shouldGroupAnewWhatOneReportCanTouchAsIfAllWereGroupedAnew() {
    var touched = 0;
    for (var seed = 0; seed < 2_000; seed++) {
      // Given strikes as they stand
      var random = new Random(seed);
      var reports = reports(random);
      var ties = random.nextBoolean() ? Ties.NONE : decided(reports, random);
      var stand = new ArrayList<>(reports.subList(0, reports.size() - 1));
      var standing = groups(stand, ties);
      // When one is taken back, one says something else, or one more is said
      var changed = new ArrayList<Report>();
      var former = stand.get(random.nextInt(stand.size()));
      var further = reports.get(reports.size() - 1);
      var strikes = new ArrayList<>(standing);
      if (random.nextBoolean()) {
        stand.remove(former);
        strikes.removeIf(strike -> strike.contains(former));
        standing.stream().filter(s -> s.contains(former)).forEach(changed::addAll);
        changed.remove(former);
      }
      if (random.nextInt(3) > 0) {
        stand.add(further);
        changed.add(further);
      }
      var anew = new Grouping(association, new Said.All(stand, strikes, ties)).group(changed);
      // Then those and the others are what all of them are
      var together = new ArrayList<>(anew);
      strikes.stream()
          .filter(strike -> anew.stream().noneMatch(group -> group.contains(strike.get(0))))
          .forEach(together::add);
      touched += strikes.size() + anew.size() > together.size() ? 1 : 0;
      assertThat(ids(together))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(ids(groups(stand, ties)));
    }
    assertThat(touched).as("cases in which other strikes were touched").isGreaterThan(300);
  }

  @Test
  void shouldJoinFirstWithFirstWhatTwoSourcesSayOfOneMinuteAndPlace() {
    var stand = new ArrayList<Report>();
    for (var i = 1; i <= 9; i++) {
      stand.add(Said.by("a:" + i).report());
      stand.add(Said.by("b:" + i).report());
      // Then a further report of either leaves the others as they were
      var strikes = ids(groups(stand, Ties.NONE));
      assertThat(strikes).hasSize(i).contains(List.of("a:" + i, "b:" + i));
    }
  }

  private List<List<Report>> groups(List<Report> reports, Ties ties) {
    return new ArrayList<>(
        new Grouping(association, new Said.All(reports, List.of(), ties)).group(reports));
  }

  /** What people decided about some pairs. */
  private static Ties decided(List<Report> reports, Random random) {
    var pairs = new HashMap<Pair, Boolean>();
    for (var i = 0; i < 4; i++) {
      var one = reports.get(random.nextInt(reports.size())).id();
      var other = reports.get(random.nextInt(reports.size())).id();
      if (!one.equals(other)) {
        pairs.put(Pair.of(one, other), random.nextBoolean());
      }
    }
    return new Ties(pairs, Map.of());
  }

  private List<List<String>> grouped(List<Report> reports, Map<Pair, Boolean> decided) {
    return ids(groups(reports, new Ties(decided, Map.of())));
  }

  private void assertComplete(int seed, List<Report> group) {
    var sources = new HashSet<String>();
    for (var report : group) {
      assertThat(sources.add(report.source())).as("seed %d: two of one source", seed).isTrue();
      for (var other : group) {
        assertThat(report.equals(other) || association.canBeSame(report, other))
            .as("seed %d: %s with %s", seed, report.id(), other.id())
            .isTrue();
      }
    }
  }

  /** A crowded hour on a few streets: many pairs, many of equal distance. */
  private static List<Report> reports(Random random) {
    var reports = new ArrayList<Report>();
    for (var i = 0; i < 14; i++) {
      var said =
          Said.by("abcde".charAt(random.nextInt(5)) + ":" + i)
              .after(Duration.ofMinutes(5L * random.nextInt(12)))
              .east(400.0 * random.nextInt(6), random.nextInt(2) * 100)
              .precise(PRECISIONS.get(random.nextInt(PRECISIONS.size())))
              .delivered(DELIVERIES.get(random.nextInt(DELIVERIES.size())));
      reports.add((random.nextInt(4) == 0 ? said.inferred() : said).report());
    }
    return reports;
  }

  private static List<List<String>> ids(List<List<Report>> groups) {
    return groups.stream().map(group -> group.stream().map(Report::id).toList()).toList();
  }
}
