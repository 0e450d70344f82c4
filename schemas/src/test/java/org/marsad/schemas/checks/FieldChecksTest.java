package org.marsad.schemas.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.schemas.checks.Fault.Reason;

class FieldChecksTest {
  private static final Instant NOON = Instant.parse("2016-10-12T09:00:00Z");

  @Test
  void shouldLetAClockRunTenMinutesAheadAndNoMore() {
    assertThat(
            FieldChecks.time(
                NOON.plus(Duration.ofMinutes(10)), NOON.plus(Duration.ofMinutes(10)), NOON))
        .isEmpty();
    var tooFar = NOON.plus(Duration.ofMinutes(10)).plusMillis(1);
    assertReason(FieldChecks.time(tooFar, tooFar, NOON), Reason.IN_THE_FUTURE, "occurredFrom");
  }

  @Test
  void shouldAcceptAnInstantAndRefuseAnEndBeforeTheStart() {
    assertThat(FieldChecks.time(NOON, NOON, NOON)).isEmpty();
    assertReason(
        FieldChecks.time(NOON, NOON.minusMillis(1), NOON),
        Reason.END_BEFORE_START,
        "occurredUntil");
  }

  @Test
  void shouldRefuseTimesThatCannotBeMeant() {
    var earliest = Instant.parse("1990-01-01T00:00:00Z");
    assertThat(FieldChecks.time(earliest, earliest, NOON)).isEmpty();
    assertReason(
        FieldChecks.time(earliest.minusMillis(1), earliest, NOON),
        Reason.IMPLAUSIBLE_TIME,
        "occurredFrom");
    var yearLater = NOON.plus(Duration.ofDays(366));
    assertThat(FieldChecks.time(NOON, yearLater, NOON)).isEmpty();
    assertReason(
        FieldChecks.time(NOON, yearLater.plusMillis(1), NOON),
        Reason.IMPLAUSIBLE_TIME,
        "occurredUntil");
  }

  @Test
  void shouldAcceptTheEdgesOfTheEarthAndNothingBeyond() {
    assertThat(FieldChecks.coordinates(90.0, 180.0, 0.0)).isEmpty();
    assertThat(FieldChecks.coordinates(-90.0, -180.0, 1_000_000.0)).isEmpty();
    assertThat(FieldChecks.coordinates(null, null, null)).isEmpty();
    assertImpossible(FieldChecks.coordinates(90.000001, 0.0, null), "lat");
    assertImpossible(FieldChecks.coordinates(-90.000001, 0.0, null), "lat");
    assertImpossible(FieldChecks.coordinates(0.0, 180.000001, null), "lon");
    assertImpossible(FieldChecks.coordinates(0.0, -180.000001, null), "lon");
    assertImpossible(FieldChecks.coordinates(Double.NaN, 0.0, null), "lat");
    assertImpossible(FieldChecks.coordinates(0.0, Double.NaN, null), "lon");
    assertImpossible(FieldChecks.coordinates(0.0, 0.0, -0.001), "radiusMetres");
    assertImpossible(FieldChecks.coordinates(0.0, 0.0, 1_000_000.1), "radiusMetres");
    assertImpossible(FieldChecks.coordinates(0.0, 0.0, Double.NaN), "radiusMetres");
  }

  @Test
  void shouldRefuseHalfAPoint() {
    assertImpossible(FieldChecks.coordinates(null, 0.0, null), "lat");
    assertImpossible(FieldChecks.coordinates(0.0, null, null), "lon");
  }

  @Test
  void shouldAcceptATextAtItsLimitAndNoLonger() {
    assertThat(FieldChecks.text("note", "x".repeat(1_000), 1_000)).isEmpty();
    assertThat(FieldChecks.text("note", null, 1_000)).isEmpty();
    var fault = FieldChecks.text("note", "x".repeat(1_001), 1_000);
    assertReason(fault, Reason.TEXT_TOO_LONG, "note");
    assertThat(fault.orElseThrow().message())
        .isEqualTo("note: 1001 characters (expected: at most 1000)");
  }

  @Test
  void shouldAcceptACountOfNothingAndRefuseLess() {
    assertThat(FieldChecks.count("killed", 0)).isEmpty();
    assertReason(FieldChecks.count("killed", -1), Reason.NEGATIVE_COUNT, "killed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aleppo", "a", "rif-dimashq", "zone-51"})
  void shouldAcceptAnAreaThatIsASlugAndTheKey(String area) {
    assertThat(FieldChecks.area(area, area)).isEmpty();
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
    assertReason(FieldChecks.area(area, area), Reason.NO_AREA, "area");
  }

  @Test
  void shouldQuoteAnAreaUpToSixtyCharacters() {
    assertThat(FieldChecks.area("X".repeat(60), null))
        .hasValueSatisfying(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "area: \"" + "X".repeat(60) + "\" (expected: a slug such as aleppo)"));
    assertThat(FieldChecks.area("X".repeat(61), null))
        .hasValueSatisfying(
            fault -> assertThat(fault.message()).contains("\"" + "X".repeat(60) + "…\""));
  }

  @Test
  void shouldRefuseAKeyThatIsNotTheArea() {
    assertReason(FieldChecks.area("aleppo", "homs"), Reason.NO_AREA, "key");
    assertReason(FieldChecks.area("aleppo", null), Reason.NO_AREA, "key");
  }

  @Test
  void shouldNameEveryFaultOfAPoint() {
    assertThat(FieldChecks.coordinates(91.0, null, -1.0))
        .extracting(Fault::message)
        .containsExactly(
            "lon: absent (expected: given together with lat)",
            "lat: 91.0 (expected: -90 to 90 degrees)",
            "radiusMetres: -1.0 (expected: 0 to 1000000 metres)");
  }

  private static void assertImpossible(List<Fault> faults, String field) {
    assertThat(faults).hasSize(1);
    assertReason(Optional.of(faults.get(0)), Reason.IMPOSSIBLE_COORDINATES, field);
  }

  private static void assertReason(Optional<Fault> fault, Reason reason, String field) {
    assertThat(fault.orElseThrow().reason()).isEqualTo(reason);
    assertThat(fault.orElseThrow().field()).isEqualTo(field);
    assertThat(fault.orElseThrow().message()).startsWith(field + ": ").contains("(expected: ");
  }
}
