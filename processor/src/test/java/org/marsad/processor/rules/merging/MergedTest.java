package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
