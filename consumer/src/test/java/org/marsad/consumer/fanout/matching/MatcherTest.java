package org.marsad.consumer.fanout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silence;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.surgeFacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.subscribers.Coverage;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.consumer.fanout.subscribers.SubscriberBuilder;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

class MatcherTest {
  @Test
  void shouldMatchByArea() {
    assertThat(concerns(team(Role.RESCUE), residential())).isTrue();
    assertThat(concerns(team(Role.RESCUE).areas("*"), residential())).isTrue();
    assertThat(concerns(team(Role.RESCUE).areas("homs"), residential())).isFalse();
  }

  @Test
  void shouldNarrowAnAreaToItsListedNeighbourhoods() {
    // Given
    var team = team(Role.RESCUE).coverage(narrowed("aleppo/al-fardous", "aleppo", "homs"));
    // Then
    assertThat(concerns(team, residential())).isTrue();
    assertThat(concerns(team, residential().setNeighbourhoods(List.of("aleppo/salah")))).isFalse();
    assertThat(concerns(team, residential().setNeighbourhoods(List.of()))).isTrue();
    assertThat(concerns(team, residential().setArea("homs").setNeighbourhoods(List.of("homs/x"))))
        .isTrue();
  }

  @Test
  void shouldMatchByRule() {
    assertThat(concerns(team(Role.OPS).rules(Set.of(Rule.WAVE)), residential())).isFalse();
    assertThat(concerns(team(Role.OPS).rules(Set.of(Rule.RESIDENTIAL_STRIKE)), residential()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"EXTREME,true", "SEVERE,true", "MODERATE,false", "MINOR,false", "UNKNOWN,true"})
  void shouldMatchBySeverityAndLetTheUnknownPass(Severity severity, boolean concerned) {
    var team = team(Role.RESCUE).minimumSeverity(Severity.SEVERE);
    assertThat(concerns(team, residential().setSeverity(severity))).isEqualTo(concerned);
  }

  @Test
  void shouldTellOfExercisesOnlyWhoAskedForThem() {
    var exercise = residential().setReality(Reality.EXERCISE);
    assertThat(concerns(team(Role.OPS), exercise)).isFalse();
    assertThat(concerns(team(Role.OPS).realities(Set.of(Reality.EXERCISE)), exercise)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendWhatIsUnplacedToOperationsOnlyWhereverTheyAre(Role role) {
    var alert = residential().setRule(Rule.UNPLACED_STRIKE).setArea("unplaced");
    assertThat(concerns(team(role).areas("homs"), alert)).isEqualTo(role == Role.OPS);
    assertThat(concerns(team(role).areas("*"), alert)).isEqualTo(role == Role.OPS);
  }

  @Test
  void shouldSendWhatIsAddressedToItsSiteAndToOperations() {
    var surge = residential().setAddressees(List.of("hospital-1"));
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-1"), surge)).isTrue();
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-2"), surge)).isFalse();
    assertThat(concerns(team(Role.HOSPITAL), surge)).isFalse();
    assertThat(concerns(team(Role.OPS), surge)).isTrue();
    assertThat(concerns(team(Role.RESCUE), surge)).isFalse();
    assertThat(concerns(team(Role.PUBLIC), surge)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendTheSurgeOfAConfidentialHospitalToItselfOnly(Role role) {
    var secret = surge().setSurge(surgeFacts().setConfidential(true).build());
    assertThat(concerns(team(role), secret)).isFalse();
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-a"), secret)).isTrue();
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-b"), secret)).isFalse();
    assertThat(concerns(team(Role.OPS), surge())).isTrue();
  }

  @Test
  void shouldReachTheHospitalWhereverInItsAreaTheStrikesFell() {
    // Given
    var hospital =
        team(Role.HOSPITAL).site("hospital-a").coverage(narrowed("aleppo/bab-al-maqam", "aleppo"));
    // Then
    assertThat(concerns(hospital, surge())).isTrue();
    assertThat(concerns(hospital, residential())).isFalse();
    assertThat(concerns(hospital, surge().setArea("homs"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendASilentSourceToOperationsOnly(Role role) {
    assertThat(concerns(team(role), silence())).isEqualTo(role == Role.OPS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Certainty.class,
      names = {"POSSIBLE", "UNKNOWN"})
  void shouldTellThePublicNothingUnverified(Certainty certainty) {
    var alert = residential().setCertainty(certainty);
    assertThat(concerns(team(Role.PUBLIC), alert)).isFalse();
    assertThat(concerns(team(Role.OPS), alert)).isTrue();
    assertThat(concerns(team(Role.RESCUE), alert)).isTrue();
    assertThat(concerns(team(Role.PUBLIC), residential())).isTrue();
  }

  private static SubscriberBuilder team(Role role) {
    return Subscriber.builder("team", role).areas("aleppo");
  }

  private static Coverage narrowed(String neighbourhood, String... areas) {
    return new Coverage(Set.of(areas), Set.of(neighbourhood), null, null);
  }

  private static boolean concerns(SubscriberBuilder team, Alert.Builder alert) {
    var built = alert.build();
    var subscriber = team.build();
    var where = Whereabouts.of(built, subscriber.role(), area -> Optional.empty());
    return Matcher.concerns(subscriber, built, where);
  }
}
