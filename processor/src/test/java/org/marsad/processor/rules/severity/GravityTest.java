package org.marsad.processor.rules.severity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.severity.Gravity.Reported;

class GravityTest {
  /** In the order in which they are told. */
  @ParameterizedTest
  @CsvSource({
    "REPEAT_STRIKE, LIKELY, false, false, NONE, REPEAT",
    "REPEAT_STRIKE, OBSERVED, false, false, NONE, REPEAT",
    "PROTECTED_SITE_STRIKE, LIKELY, false, false, GRAVEST, GRAVEST_SITE_REPORTED",
    "CASUALTIES, LIKELY, true, false, NONE, MASS_OF_CASUALTIES",
    "PROTECTED_SITE_STRIKE, LIKELY, false, false, SOME, SITE_REPORTED",
    "HEAVIEST_IN_DAYS, POSSIBLE, false, false, NONE, HEAVIEST",
    "CASUALTIES, LIKELY, false, false, NONE, CASUALTIES",
    "RESIDENTIAL_STRIKE, POSSIBLE, false, false, NONE, RESIDENTIAL",
    "REPEAT_STRIKE, POSSIBLE, false, false, NONE, POSSIBLE_REPEAT",
    "PROTECTED_SITE_STRIKE, OBSERVED, false, false, NONE, SITE_WITHIN_REACH",
    "UNPLACED_STRIKE, LIKELY, false, false, NONE, UNPLACED",
    "CASUALTIES, LIKELY, false, true, NONE, UNCOUNTED",
    "WAVE, LIKELY, false, false, NONE, ALONE",
    "HOSPITAL_SURGE, LIKELY, false, false, NONE, ALONE",
    "SOURCE_SILENT, OBSERVED, false, false, NONE, ALONE"
  })
  void shouldRankEachFinding(
      FindingKind kind,
      Certainty certainty,
      boolean mass,
      boolean uncounted,
      Reported reported,
      Gravity gravity) {
    assertThat(Gravity.of(kind, certainty, mass, uncounted, reported)).isEqualTo(gravity);
  }
}
