package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Grouping grouping = new Grouping(association);

  @Test
  void shouldMakeTheSameCompleteGroupsInWhateverOrderTheReportsCome() {
    for (var seed = 0; seed < 300; seed++) {
      // Given
      var random = new Random(seed);
      var reports = reports(random);
      var groups = ids(grouping.group(reports, Ties.NONE));
      for (var shuffle = 0; shuffle < 5; shuffle++) {
        // When
        Collections.shuffle(reports, random);
        // Then
        assertThat(ids(grouping.group(reports, Ties.NONE))).as("seed %d", seed).isEqualTo(groups);
      }
      for (var group : grouping.group(reports, Ties.NONE)) {
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
    var groups = grouping.group(List.of(a, b, c), Ties.NONE);
    // Then
    assertThat(ids(groups)).containsExactly(List.of("a:1"), List.of("b:1", "c:1"));
  }

  @Test
  void shouldGiveTheThirdReportToTheNearerOfTwoStrikesOfOneSource() {
    var first = Said.by("a:1").report();
    var second = Said.by("a:2").after(Duration.ofMinutes(10)).report();
    var other = Said.by("b:1").after(Duration.ofMinutes(7)).report();
    assertThat(ids(grouping.group(List.of(first, second, other), Ties.NONE)))
        .containsExactly(List.of("a:1"), List.of("a:2", "b:1"));
  }

  @Test
  void shouldLeaveEachReportAloneWhenNoneCanBeTheSame() {
    var day = Said.by("a:1").precise(TimePrecision.DAY).report();
    assertThat(ids(grouping.group(List.of(Said.by("b:1").report(), day), Ties.NONE)))
        .containsExactly(List.of("a:1"), List.of("b:1"));
    assertThat(grouping.group(List.of(), Ties.NONE)).isEmpty();
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

  private List<List<String>> grouped(List<Report> reports, Map<Pair, Boolean> decided) {
    return ids(grouping.group(reports, new Ties(decided, Map.of())));
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
