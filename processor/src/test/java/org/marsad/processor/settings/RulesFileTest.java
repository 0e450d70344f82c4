package org.marsad.processor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.casualties.CasualtiesRule;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.interruption.InterruptionRule;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;
import org.marsad.processor.rules.severity.DaySeverity;
import org.marsad.processor.rules.severity.HospitalSeverity;
import org.marsad.processor.rules.severity.Severities;
import org.marsad.processor.rules.severity.StrikeSeverity;
import org.marsad.processor.rules.severity.WaveSeverity;
import org.marsad.processor.rules.silence.SourceSilentRule;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.WoundedPerKilled;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.schemas.settings.SettingsException;

class RulesFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "{}", "heaviest-in-days:\n"})
  void shouldFallBackOnTheDefaultsForWhatIsNotGiven(String yaml) throws IOException {
    assertThat(RulesFile.parse(yaml)).isEqualTo(Rules.DEFAULTS);
  }

  @Test
  void shouldReadEveryThreshold() throws IOException {
    var rules =
        RulesFile.parse(
            """
            merging:
              within-minutes: 20
              within-metres: 750.5
            watch: {pause-days: 14}
            casualties: {mass: {killed: 12, casualties: 25}}
            heaviest-in-days:
              min-days: 7
              floors:
                day: {impacts: 6, killed: 7, casualties: 8}
                strike: {impacts: 1, killed: 2, casualties: 3}
            residential-strike:
              lived-in-share: 0.6
            protected-site-strike: {reach-metres: 150, point-radius-metres: 200}
            repeat-strike:
              window-minutes: 90
              reach-metres: 400
              point-radius-metres: 100
              two-in-one-minutes: 6
            wave: {min-strikes: 4, gap-minutes: 20}
            hospital-surge:
              min-arrivals: 8
              wounded-per-killed: {low: 1, best: 2, high: 3}
              arriving-within-90-minutes: {low: 0.4, high: 0.7}
              half-way-metres: 3000
              farthest-metres: 40000
              elsewhere: 0.25
            source-silent: {missed-heartbeats: 2}
            severity:
              strike:
                extreme: {killed: 21, casualties: 51}
                severe: {killed: 6, casualties: 16, days: 8}
              day:
                extreme: {days: 31, killed: 22}
                severe: {days: 9}
              wave:
                severe: {strikes: 6, residential: 4}
              hospital:
                extreme: {arrivals: 60, share-of-capacity: 0.75}
                severe: {arrivals: 30}
            interruption:
              moved-metres: 600
              danger-extended-minutes: 15
              arrivals: {times: 2, more: 8}
              hospital-wait-minutes: 45
            alerts:
              expire-after-hours: 12
              expire-after-hours-of: {repeat-strike: 6, wave: 12}
            """);
    assertThat(rules.association().within()).isEqualTo(Duration.ofMinutes(20));
    assertThat(rules.association().withinMetres()).isEqualTo(750.5);
    assertThat(rules.heaviestInDays().minDays()).isEqualTo(7);
    assertThat(rules.heaviestInDays().dayFloors()).isEqualTo(new Floors(6, 7, 8));
    assertThat(rules.heaviestInDays().strikeFloors()).isEqualTo(new Floors(1, 2, 3));
    assertThat(rules.residentialStrike().livedInShare()).isEqualTo(0.6);
    assertThat(rules.heaviestInDays().pauseDays()).isEqualTo(14);
    assertThat(rules.casualties()).isEqualTo(new CasualtiesRule(12, 25));
    assertThat(rules.protectedSiteStrike()).isEqualTo(new ProtectedSiteRule(150, 200));
    assertThat(rules.repeatStrike())
        .isEqualTo(new RepeatStrikeRule(Duration.ofMinutes(90), 400, 100, Duration.ofMinutes(6)));
    assertThat(rules.wave()).isEqualTo(new WaveRule(4, Duration.ofMinutes(20)));
    assertThat(rules.hospitalSurge())
        .isEqualTo(
            new HospitalSurgeRule(8, new WoundedPerKilled(1, 2, 3), 0.4, 0.7, 3_000, 40_000, 0.25));
    assertThat(rules.severities())
        .isEqualTo(
            new Severities(
                new StrikeSeverity(21, 51, 6, 16, 8),
                new DaySeverity(31, 22, 9),
                new WaveSeverity(6, 4),
                new HospitalSeverity(60, 0.75, 30)));
    assertThat(rules.interruption())
        .isEqualTo(new InterruptionRule(600, Duration.ofMinutes(15), 2, 8, Duration.ofMinutes(45)));
    assertThat(rules.sourceSilent()).isEqualTo(new SourceSilentRule(2));
    assertThat(rules.expiry().of(List.of(FindingKind.REPEAT_STRIKE)))
        .isEqualTo(Duration.ofHours(6));
    assertThat(rules.expiry().of(List.of(FindingKind.WAVE))).isEqualTo(Duration.ofHours(12));
    // As long as the longest of its findings, and of none as long as most
    assertThat(rules.expiry().of(List.of(FindingKind.REPEAT_STRIKE, FindingKind.UNPLACED_STRIKE)))
        .isEqualTo(Duration.ofHours(12));
    assertThat(rules.expiry().of(List.of())).isEqualTo(Duration.ofHours(12));
    assertThat(rules.hash()).isNotEqualTo(Rules.DEFAULTS.hash()).matches("[0-9a-f]{12}");
  }

  @Test
  void shouldTellEveryFaultAtOnce() {
    var refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                RulesFile.parse(
                    """
                    merging:
                      within-minutes: -1
                      within-miles: 2
                    heaviest-in-days:
                      min-days: 2.5
                      floors:
                        day: {killed: zero}
                        strike: 3
                    residential-strike:
                      lived-in-share: 0
                    hospital-surge:
                      wounded-per-killed: {low: 4, best: 3}
                    tides: {}
                    """));
    assertThat(refused.faults())
        .hasSize(8)
        .contains(
            "line 2: merging.within-minutes: -1 (expected: a whole number >= 0)",
            "line 5: heaviest-in-days.min-days: 2.5 (expected: a whole number >= 1)",
            "line 7: heaviest-in-days.floors.day.killed: zero (expected: a whole number >= 1)",
            "line 10: residential-strike.lived-in-share: 0 (expected: a number > 0 and <= 1)",
            "line 12: hospital-surge.wounded-per-killed: 4.0, 3.0, 8.7 (expected: low <= best <="
                + " high)",
            "line 8: heaviest-in-days.floors.strike: 3 (expected: a mapping)")
        .contains(
            "line 3: merging.within-miles: unknown key (expected: one of [within-metres,"
                + " within-minutes])")
        .anyMatch(fault -> fault.startsWith("line 13: tides: unknown key (expected: one of [al"));
  }

  @Test
  void shouldRefuseSeveritiesOutOfOrder() {
    var refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                RulesFile.parse(
                    """
                    severity:
                      strike: {severe: {killed: 21}, extreme: {casualties: 14}}
                      hospital: {severe: {arrivals: 51}}
                    interruption: {arrivals: {times: 1}}
                    hospital-surge: {elsewhere: 1}
                    """));
    assertThat(refused.faults())
        .containsExactlyInAnyOrder(
            "line 2: severity.strike: severe killed 21, extreme killed 20 (expected: severe <="
                + " extreme)",
            "line 2: severity.strike: severe casualties 15, extreme casualties 14 (expected: severe"
                + " <= extreme)",
            "line 3: severity.hospital: severe arrivals 51, extreme arrivals 50 (expected: severe"
                + " <= extreme)",
            "line 4: interruption.arrivals.times: 1 (expected: a number > 1)",
            "line 5: hospital-surge.elsewhere: 1 (expected: a number >= 0 and < 1)");
  }

  @Test
  void shouldAcceptTheEdgesOfEachThreshold() throws IOException {
    var rules =
        RulesFile.parse(
            """
            merging: {within-minutes: 0, within-metres: 0}
            heaviest-in-days: {min-days: 1, floors: {day: {killed: 1}}}
            residential-strike: {lived-in-share: 1}
            alerts: {expire-after-hours: 1}
            """);
    assertThat(rules.association().within()).isZero();
    assertThat(rules.heaviestInDays().dayFloors()).isEqualTo(new Floors(5, 1, 10));
  }

  @Test
  void shouldKnowTheExpiryOfEveryRule() throws IOException {
    for (var kind : FindingKind.values()) {
      var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      var rules = RulesFile.parse("alerts: {expire-after-hours-of: {%s: 7}}".formatted(name));
      assertThat(rules.expiry().of(List.of(kind))).as(name).isEqualTo(Duration.ofHours(7));
    }
    assertThatThrownBy(() -> RulesFile.parse("alerts: {expire-after-hours-of: {tide: 7}}"))
        .hasMessageContaining("alerts.expire-after-hours-of.tide: unknown");
  }

  @Test
  void shouldNameTheFileInEachFault(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("rules.yaml"), "alerts: {expire-after-hours: 0}");
    var refused = catchThrowableOfType(SettingsException.class, () -> RulesFile.read(file));
    assertThat(refused.faults())
        .containsExactly(
            file + ": line 1: alerts.expire-after-hours: 0 (expected: a whole number >= 1)");
  }

  @Test
  void shouldRefuseAFileThatIsNoYaml(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("rules.yaml"), "merging: {within-minutes: 15");
    var refused = catchThrowableOfType(SettingsException.class, () -> RulesFile.read(file));
    assertThat(refused.faults())
        .containsExactly(file + ": line 1: while parsing a flow mapping (expected: YAML)");
  }
}
