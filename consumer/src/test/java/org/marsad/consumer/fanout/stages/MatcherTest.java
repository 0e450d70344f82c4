package org.marsad.consumer.fanout.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silence;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeFacts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

class MatcherTest {
  @Test
  void shouldMatchByArea() {
    assertThat(concerns(Team.of(Role.RESCUE), residential())).isTrue();
    assertThat(concerns(Team.of(Role.RESCUE).areas("*"), residential())).isTrue();
    assertThat(concerns(Team.of(Role.RESCUE).areas("homs"), residential())).isFalse();
  }

  @Test
  void shouldNarrowAnAreaToItsListedNeighbourhoods() {
    // Given
    var team = Team.of(Role.RESCUE).areas("aleppo", "homs").neighbourhoods("aleppo/al-fardous");
    // Then
    assertThat(concerns(team, residential())).isTrue();
    assertThat(concerns(team, residential().setNeighbourhoods(List.of("aleppo/salah")))).isFalse();
    assertThat(concerns(team, residential().setNeighbourhoods(List.of()))).isTrue();
    assertThat(concerns(team, residential().setArea("homs").setNeighbourhoods(List.of("homs/x"))))
        .isTrue();
  }

  @Test
  void shouldMatchByRule() {
    assertThat(concerns(Team.of(Role.OPS).rules(Rule.WAVE), residential())).isFalse();
    assertThat(concerns(Team.of(Role.OPS).rules(Rule.RESIDENTIAL_STRIKE), residential())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"EXTREME,true", "SEVERE,true", "MODERATE,false", "MINOR,false", "UNKNOWN,true"})
  void shouldMatchBySeverityAndLetTheUnknownPass(Severity severity, boolean concerned) {
    var team = Team.of(Role.RESCUE).least(Severity.SEVERE);
    assertThat(concerns(team, residential().setSeverity(severity))).isEqualTo(concerned);
  }

  @Test
  void shouldTellOfExercisesOnlyWhoAskedForThem() {
    var exercise = residential().setReality(Reality.EXERCISE);
    assertThat(concerns(Team.of(Role.OPS), exercise)).isFalse();
    assertThat(concerns(Team.of(Role.OPS).realities(Reality.EXERCISE), exercise)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendWhatIsUnplacedToOperationsOnlyWhereverTheyAre(Role role) {
    var alert = residential().setRule(Rule.UNPLACED_STRIKE).setArea("unplaced");
    assertThat(concerns(Team.of(role).areas("homs"), alert)).isEqualTo(role == Role.OPS);
    assertThat(concerns(Team.of(role).areas("*"), alert)).isEqualTo(role == Role.OPS);
  }

  @Test
  void shouldSendWhatIsAddressedToItsSiteAndToOperations() {
    var surge = residential().setAddressees(List.of("hospital-1"));
    assertThat(concerns(Team.of(Role.HOSPITAL).site("hospital-1"), surge)).isTrue();
    assertThat(concerns(Team.of(Role.HOSPITAL).site("hospital-2"), surge)).isFalse();
    assertThat(concerns(Team.of(Role.HOSPITAL), surge)).isFalse();
    assertThat(concerns(Team.of(Role.OPS), surge)).isTrue();
    assertThat(concerns(Team.of(Role.RESCUE), surge)).isFalse();
    assertThat(concerns(Team.of(Role.PUBLIC), surge)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendTheSurgeOfAConfidentialHospitalToItselfOnly(Role role) {
    var secret = surge().setSurge(surgeFacts().setConfidential(true).build());
    assertThat(concerns(Team.of(role), secret)).isFalse();
    assertThat(concerns(Team.of(Role.HOSPITAL).site("hospital-a"), secret)).isTrue();
    assertThat(concerns(Team.of(Role.HOSPITAL).site("hospital-b"), secret)).isFalse();
    assertThat(concerns(Team.of(Role.OPS), surge())).isTrue();
  }

  @Test
  void shouldReachTheHospitalWhereverInItsAreaTheStrikesFell() {
    // Given
    var hospital = Team.of(Role.HOSPITAL).site("hospital-a").neighbourhoods("aleppo/bab-al-maqam");
    // Then
    assertThat(concerns(hospital, surge())).isTrue();
    assertThat(concerns(hospital, residential())).isFalse();
    assertThat(concerns(hospital, surge().setArea("homs"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendASilentSourceToOperationsOnly(Role role) {
    assertThat(concerns(Team.of(role), silence())).isEqualTo(role == Role.OPS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Certainty.class,
      names = {"POSSIBLE", "UNKNOWN"})
  void shouldTellThePublicNothingUnverified(Certainty certainty) {
    var alert = residential().setCertainty(certainty);
    assertThat(concerns(Team.of(Role.PUBLIC), alert)).isFalse();
    assertThat(concerns(Team.of(Role.OPS), alert)).isTrue();
    assertThat(concerns(Team.of(Role.RESCUE), alert)).isTrue();
    assertThat(concerns(Team.of(Role.PUBLIC), residential())).isTrue();
  }

  private static boolean concerns(Team team, Alert.Builder alert) {
    return Matcher.concerns(team.subscriber(), alert.build());
  }
}
