package org.marsad.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.oracle.Telling.at;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.message.Severity;
import org.marsad.message.SiteKind;
import org.marsad.message.Standing;
import org.marsad.message.Target;
import org.marsad.schemas.MessageCodec;

/** What the design says of hospitals, one example each. */
class HospitalExamplesTest {
  static {
    MessageCodec.trustMessages();
  }

  private static final String ONE = "2016-09-01T10:00";

  private final Telling told = new Telling();

  private Facts of(String hospital) {
    return Objects.requireNonNull(
        told.alert("ACTUAL HOSPITAL %s 2016-09-01".formatted(hospital)), hospital);
  }

  private void assertArrivals(String hospital, int low, int best, int high) {
    var found = (Amount) Objects.requireNonNull(of(hospital).get("SURGE.within24Hours"));
    assertThat(found.isRoundedTo(new Range(low, best, (long) high))).as("%s", found).isTrue();
  }

  @Test
  void shouldExpectTheWoundedOfTheDayHalfOfWhomMayGoElsewhere() {
    told.site("one", SiteKind.HOSPITAL, 0, false).say(at("a:1", ONE).point(0, 50).injured(20));
    assertArrivals("one", 10, 20, 20);
    assertThat(of("one").get("severity")).isEqualTo(Severity.EXTREME); // half of 20 beds
  }

  @Test
  void shouldEstimateTheWoundedFromTheDeadWhereNobodyCountedThem() {
    told.site("one", SiteKind.HOSPITAL, 0, false).say(at("a:1", ONE).point(0, 50).killed(10));
    assertArrivals("one", 8, 38, 87);
  }

  @Test
  void shouldExpectNobodyInLowAtAHospitalThatWasHitAndReckonWithoutItElsewhere() {
    told.site("hit", SiteKind.HOSPITAL, 0, false)
        .site("other", SiteKind.HOSPITAL, 2_000, false)
        .say(at("a:1", ONE).point(0, 50).injured(30).target(Target.HOSPITAL));
    assertArrivals("hit", 0, 20, 20);
    assertArrivals("other", 5, 30, 30);
    assertThat(of("hit").get("SURGE.standing")).isEqualTo(Standing.HIT);
  }

  @Test
  void shouldExpectNobodyAtAClosedHospital() {
    told.site("closed", SiteKind.HOSPITAL, 0, false)
        .site("other", SiteKind.HOSPITAL, 2_000, false)
        .closed("closed", "2016-09-01T09:00")
        .say(at("a:1", ONE).point(0, 50).injured(30));
    assertArrivals("closed", 0, 0, 0);
    assertArrivals("other", 15, 30, 30);
    assertThat(of("closed").get("SURGE.standing")).isEqualTo(Standing.CLOSED);
  }

  @Test
  void shouldSayThatTheWoundedHaveNowhereToGo() {
    told.site("closed", SiteKind.HOSPITAL, 0, false)
        .site("far", SiteKind.HOSPITAL, 50_500, false)
        .closed("closed", "2016-09-01T09:00")
        .say(at("a:1", ONE).point(0, 50).injured(30));
    assertArrivals("area", 15, 30, 30);
    assertThat(of("area").get("SURGE.standing")).isEqualTo(Standing.NOWHERE_TO_GO);
  }

  @Test
  void shouldExpectWhomItWouldWithoutAnyConfidentialHospital() {
    told.site("one", SiteKind.HOSPITAL, 0, false)
        .site("secret", SiteKind.HOSPITAL, 0, true)
        .say(at("a:1", ONE).point(0, 50).injured(20));
    assertArrivals("one", 10, 20, 20);
    assertArrivals("secret", 5, 10, 10);
  }

  @Test
  void shouldCountTheEveningBeforeMidnightAmongTheNextNinetyMinutes() {
    told.site("one", SiteKind.HOSPITAL, 0, false)
        .say(at("a:1", "2016-08-31T23:30").point(0, 50).injured(20))
        .say(at("a:2", "2016-09-01T00:30").point(0, 50).injured(10));
    assertArrivals("one", 5, 10, 10);
    var soon = (Amount) Objects.requireNonNull(of("one").get("SURGE.within90Minutes"));
    assertThat(soon.isRoundedTo(new Range(7, 20, 24L))).as("%s", soon).isTrue();
  }
}
