package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.SourceKind;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;

class MergedTest {
  @Test
  void shouldTakeTheBestFromTheMostAuthoritativeAndTheHullOfAllAndNeverTheSum() {
    var merged =
        merge(
            Said.by("a:1").kind(SourceKind.MEDIA).killed(2, 30, 40),
            Said.by("b:1").kind(SourceKind.AGENCY).killed(5, 6, 8),
            Said.by("c:1").kind(SourceKind.OBSERVER).killed(3, 4, 5));
    assertThat(merged.killed()).isEqualTo(new CountRange(2, 6, 40));
  }

  @Test
  void shouldTakeTheBestFromTheMostAuthoritativeThatHasOne() {
    var merged =
        merge(
            Said.by("a:1").kind(SourceKind.AGENCY),
            Said.by("b:1").kind(SourceKind.OBSERVER).killed(3, 4, 5));
    assertThat(merged.killed()).isEqualTo(new CountRange(3, 4, 5));
  }

  @Test
  void shouldTakeTheNewerOfTwoOfOneKindThenTheFirstById() {
    assertThat(
            merge(
                    Said.by("a:1").killed(3, 3, 3),
                    Said.by("b:1").killed(5, 5, 5).received(Duration.ofHours(2)))
                .killed())
        .isEqualTo(new CountRange(3, 5, 5));
    assertThat(merge(Said.by("a:1").killed(3, 3, 3), Said.by("b:1").killed(5, 5, 5)).killed())
        .isEqualTo(new CountRange(3, 3, 5));
  }

  @Test
  void shouldLeaveOutWhatNobodyReported() {
    assertThat(merge(Said.by("a:1"), Said.by("b:1")).killed()).isNull();
  }

  @Test
  void shouldBeObservedByTwoLineagesOnly() {
    assertThat(merge(Said.by("a:1"), Said.by("b:1")).certainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(merge(Said.by("a:1").lineage("x"), Said.by("b:1").lineage("x")).certainty())
        .isEqualTo(Certainty.LIKELY);
    assertThat(merge(Said.by("a:1").kind(SourceKind.MEDIA)).certainty())
        .isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void shouldTellHowCertainThoseAreWhoNameATarget() {
    var observer = Said.by("a:1").report();
    var media = Said.by("b:1").kind(SourceKind.MEDIA).hitting(Target.RESIDENTIAL).report();
    assertThat(Merged.certaintyOf(Target.RESIDENTIAL, List.of(observer))).isNull();
    assertThat(Merged.certaintyOf(Target.RESIDENTIAL, List.of(observer, media)))
        .isEqualTo(Certainty.POSSIBLE);
    var agency = Said.by("c:1").kind(SourceKind.AGENCY).hitting(Target.RESIDENTIAL).report();
    assertThat(Merged.certaintyOf(Target.RESIDENTIAL, List.of(observer, media, agency)))
        .isEqualTo(Certainty.OBSERVED);
  }

  @Test
  void shouldTakeTheFinestTimeAndTheFinestPlace() {
    var merged =
        merge(
            Said.by("a:1").precise(TimePrecision.HOUR).east(10, 20),
            Said.by("b:1").after(Duration.ofMinutes(5)).east(50, 300));
    assertThat(merged.time().from()).isEqualTo(Said.NOON.plusSeconds(300));
    assertThat(merged.spot().circle()).isNotNull();
    assertThat(merged.spot().circle().radiusMetres()).isEqualTo(20);
  }

  @Test
  void shouldPreferAStatedDeliveryToAnInferredOne() {
    var merged =
        merge(
            Said.by("a:1").kind(SourceKind.AGENCY).delivered(DeliveryMeans.HELICOPTER).inferred(),
            Said.by("b:1").delivered(DeliveryMeans.AIRCRAFT),
            Said.by("c:1").delivered(DeliveryMeans.UNKNOWN));
    assertThat(merged.delivery()).isEqualTo(DeliveryMeans.AIRCRAFT);
    assertThat(merged.deliveryInferred()).isFalse();
  }

  @Test
  void shouldSayThatADeliveryIsInferredWhereNobodyStatedIt() {
    var merged =
        merge(
            Said.by("a:1").delivered(DeliveryMeans.UNKNOWN),
            Said.by("b:1").delivered(DeliveryMeans.HELICOPTER).inferred());
    assertThat(merged.delivery()).isEqualTo(DeliveryMeans.HELICOPTER);
    assertThat(merged.deliveryInferred()).isTrue();
    var unknown = merge(Said.by("a:1").delivered(DeliveryMeans.UNKNOWN));
    assertThat(unknown.delivery()).isEqualTo(DeliveryMeans.UNKNOWN);
    assertThat(unknown.deliveryInferred()).isFalse();
  }

  @Test
  void shouldTakeTheShorterOfTwoEquallyFineTimes() {
    var merged =
        merge(
            Said.by("a:1").lasting(Duration.ofMinutes(30)),
            Said.by("b:1").after(Duration.ofMinutes(10)).lasting(Duration.ofMinutes(20)));
    assertThat(merged.time().from()).isEqualTo(Said.NOON.plusSeconds(600));
  }

  @Test
  void shouldTakeANamedPlaceBeforeASmallCircleAndAnyCircleBeforeNone() {
    var point = Said.by("a:1").east(0, 10);
    var named = Said.by("b:1").named("aleppo/east").nowhere();
    assertThat(merge(point, named).spot().neighbourhood()).isEqualTo("aleppo/east");
    assertThat(merge(point, named).spot().circle()).isNull();
    var both = Said.by("c:1").named("aleppo/east").east(300, 900);
    assertThat(merge(point, named, both).spot().circle()).isNotNull();
  }

  @Test
  void shouldTrustMostWhomAPersonPreferredLast() {
    // Given an agency, and two observers whom a person preferred, one after the other
    var agency = Said.by("a:1").kind(SourceKind.AGENCY).killed(9, 9, 9).report();
    var first = Said.by("b:1").killed(3, 3, 3).report();
    var last = Said.by("c:1").kind(SourceKind.MEDIA).killed(5, 5, 5).report();
    var reports = List.of(agency, first, last);
    // Then
    assertThat(byAuthority(reports, Map.of())).containsExactly("a:1", "b:1", "c:1");
    assertThat(byAuthority(reports, Map.of("b:1", 1L))).containsExactly("b:1", "a:1", "c:1");
    assertThat(byAuthority(reports, Map.of("b:1", 1L, "c:1", 2L)))
        .containsExactly("c:1", "a:1", "b:1");
    assertThat(byAuthority(reports, Map.of("b:1", 2L, "c:1", 2L))).startsWith("c:1");
    assertThat(byAuthority(reports, Map.of("elsewhere:1", 3L))).startsWith("a:1");
    assertThat(Merged.of(reports, new Ties(Map.of(), Map.of("c:1", 1L))).killed())
        .isEqualTo(new CountRange(3, 5, 9));
  }

  private static List<String> byAuthority(List<Report> reports, Map<String, Long> preferred) {
    return Merged.byAuthority(reports, new Ties(Map.of(), preferred)).stream()
        .map(Report::id)
        .toList();
  }

  @Test
  void shouldNameEveryTargetThatAnybodySawHit() {
    assertThat(
            merge(
                    Said.by("a:1").hitting(Target.SCHOOL),
                    Said.by("b:1").hitting(Target.MARKET, Target.SCHOOL))
                .targets())
        .containsExactly(Target.SCHOOL, Target.MARKET);
  }

  /** Merges in the order given, and sees that the other order says the same. */
  private static Merged merge(Said... said) {
    var reports = new ArrayList<Report>(Arrays.stream(said).map(Said::report).toList());
    var merged = Merged.of(reports, Ties.NONE);
    Collections.reverse(reports);
    assertThat(Merged.of(reports, Ties.NONE)).as("the other way round").isEqualTo(merged);
    return merged;
  }
}
