package org.marsad.processor.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.processor.rules.checking.Fault.Reason;

class ReportChecksTest {
  private static final Instant NOON = Instant.parse("2016-10-12T09:00:00Z");

  @Test
  void shouldLetAClockRunTenMinutesAheadAndNoMore() {
    assertThat(
            ReportChecks.time(
                NOON.plus(Duration.ofMinutes(10)), NOON.plus(Duration.ofMinutes(10)), NOON))
        .isEmpty();
    var tooFar = NOON.plus(Duration.ofMinutes(10)).plusMillis(1);
    assertReason(ReportChecks.time(tooFar, tooFar, NOON), Reason.IN_THE_FUTURE, "occurredFrom");
  }

  @Test
  void shouldAcceptAnInstantAndRefuseAnEndBeforeTheStart() {
    assertThat(ReportChecks.time(NOON, NOON, NOON)).isEmpty();
    assertReason(
        ReportChecks.time(NOON, NOON.minusMillis(1), NOON),
        Reason.END_BEFORE_START,
        "occurredUntil");
  }

  @Test
  void shouldRefuseTimesThatCannotBeMeant() {
    var earliest = Instant.parse("1990-01-01T00:00:00Z");
    assertThat(ReportChecks.time(earliest, earliest, NOON)).isEmpty();
    assertReason(
        ReportChecks.time(earliest.minusMillis(1), earliest, NOON),
        Reason.IMPLAUSIBLE_TIME,
        "occurredFrom");
    var yearLater = NOON.plus(Duration.ofDays(366));
    assertThat(ReportChecks.time(NOON, yearLater, NOON)).isEmpty();
    assertReason(
        ReportChecks.time(NOON, yearLater.plusMillis(1), NOON),
        Reason.IMPLAUSIBLE_TIME,
        "occurredUntil");
  }

  @Test
  void shouldAcceptTheEdgesOfTheEarthAndNothingBeyond() {
    assertThat(ReportChecks.coordinates(90.0, 180.0, 0.0)).isEmpty();
    assertThat(ReportChecks.coordinates(-90.0, -180.0, 20_000_000.0)).isEmpty();
    assertThat(ReportChecks.coordinates(null, null, null)).isEmpty();
    assertImpossible(ReportChecks.coordinates(90.000001, 0.0, null), "lat");
    assertImpossible(ReportChecks.coordinates(-90.000001, 0.0, null), "lat");
    assertImpossible(ReportChecks.coordinates(0.0, 180.000001, null), "lon");
    assertImpossible(ReportChecks.coordinates(0.0, -180.000001, null), "lon");
    assertImpossible(ReportChecks.coordinates(Double.NaN, 0.0, null), "lat");
    assertImpossible(ReportChecks.coordinates(0.0, Double.NaN, null), "lon");
    assertImpossible(ReportChecks.coordinates(0.0, 0.0, -0.001), "radiusMetres");
    assertImpossible(ReportChecks.coordinates(0.0, 0.0, 20_000_000.1), "radiusMetres");
    assertImpossible(ReportChecks.coordinates(0.0, 0.0, Double.NaN), "radiusMetres");
  }

  @Test
  void shouldRefuseHalfAPoint() {
    assertImpossible(ReportChecks.coordinates(null, 0.0, null), "lat");
    assertImpossible(ReportChecks.coordinates(0.0, null, null), "lon");
  }

  @Test
  void shouldAcceptATextAtItsLimitAndNoLonger() {
    assertThat(ReportChecks.text("note", "x".repeat(1_000), ReportChecks.NOTE_LIMIT)).isEmpty();
    assertThat(ReportChecks.text("note", null, ReportChecks.NOTE_LIMIT)).isEmpty();
    var fault = ReportChecks.text("note", "x".repeat(1_001), ReportChecks.NOTE_LIMIT);
    assertReason(fault, Reason.TEXT_TOO_LONG, "note");
    assertThat(fault.orElseThrow().message())
        .isEqualTo("note: 1001 characters (expected: at most 1000)");
  }

  @Test
  void shouldAcceptACountOfNothingAndRefuseLess() {
    assertThat(ReportChecks.count("killed", 0)).isEmpty();
    assertReason(ReportChecks.count("killed", -1), Reason.NEGATIVE_COUNT, "killed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aleppo", "a", "rif-dimashq", "zone-51"})
  void shouldAcceptAnAreaThatIsASlugAndTheKey(String area) {
    assertThat(ReportChecks.area(area, area)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Aleppo",
        "حلب",
        "-aleppo",
        "aleppo-",
        "a--b",
        "aleppo/al-fardous",
        "a\nb"
      })
  void shouldRefuseAnAreaThatIsNoSlug(String area) {
    assertReason(ReportChecks.area(area, area), Reason.NO_AREA, "area");
  }

  @Test
  void shouldQuoteAnAreaUpToSixtyCharacters() {
    assertThat(ReportChecks.area("X".repeat(60), null))
        .hasValueSatisfying(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "area: \"" + "X".repeat(60) + "\" (expected: a slug such as aleppo)"));
    assertThat(ReportChecks.area("X".repeat(61), null))
        .hasValueSatisfying(
            fault -> assertThat(fault.message()).contains("\"" + "X".repeat(60) + "…\""));
  }

  @Test
  void shouldRefuseAKeyThatIsNotTheArea() {
    assertReason(ReportChecks.area("aleppo", "homs"), Reason.NO_AREA, "key");
    assertReason(ReportChecks.area("aleppo", null), Reason.NO_AREA, "key");
  }

  private static void assertImpossible(Optional<Fault> fault, String field) {
    assertReason(fault, Reason.IMPOSSIBLE_COORDINATES, field);
  }

  private static void assertReason(Optional<Fault> fault, Reason reason, String field) {
    assertThat(fault.orElseThrow().reason()).isEqualTo(reason);
    assertThat(fault.orElseThrow().field()).isEqualTo(field);
    assertThat(fault.orElseThrow().message()).startsWith(field + ": ").contains("(expected: ");
  }
}
