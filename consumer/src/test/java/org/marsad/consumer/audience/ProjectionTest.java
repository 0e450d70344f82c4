package org.marsad.consumer.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.channelTest;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.protectedSite;
import static org.marsad.consumer.fixtures.Alerts.repeat;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.system;
import static org.marsad.consumer.fixtures.Facts.withinReach;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.fixtures.Variety;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.SiteKind;
import org.marsad.schemas.Findings;
import org.marsad.schemas.MessageCodec;

class ProjectionTest {
  @Test
  void shouldShowThePublicTheNeighbourhoodAndNothingExact() {
    // Given
    var alert =
        strike(Facts.mass(), Facts.residential(ResidentialBasis.RADIUS))
            .setMarks(List.of("POINT_OUTSIDE_PLACE"))
            .build();
    // When
    var view = view(alert, Role.PUBLIC);
    // Then
    assertThat(view.getNeighbourhoods()).containsExactly("aleppo/al-fardous");
    assertThat(view.getKilled()).isEqualTo(alert.getKilled());
    assertThat(view.getDangerUntil()).isEqualTo(alert.getDangerUntil());
    assertThat(view.getPlace().getBasis()).isEqualTo(alert.getPlace().getBasis());
    assertThat(view.getPlace().getLat()).isNull();
    assertThat(view.getPlace().getLon()).isNull();
    assertThat(view.getPlace().getRadiusMetres()).isNull();
    assertThat(view.getPlace().getText()).isNull();
    assertThat(view.getStrikeIds()).isEmpty();
    assertThat(view.getMarks()).isEmpty();
    assertThat(view.getFindings()).allMatch(finding -> finding.getNumbers().isEmpty());
    assertThat(Findings.residential(view))
        .isNotNull()
        .extracting(ResidentialVerdict::getLivedInShare)
        .isNull();
  }

  @Test
  void shouldNotTellThePublicThatAPointMovedWhichItDoesNotSee() {
    var alert =
        strike(Facts.mass()).setChanges(List.of(Change.PLACE_MOVED, Change.KILLED_ROSE)).build();
    assertThat(view(alert, Role.PUBLIC).getChanges()).containsExactly(Change.KILLED_ROSE);
    assertThat(view(alert, Role.RESCUE).getChanges()).isEqualTo(alert.getChanges());
  }

  /** The public asks for what is likely at least: it is not woken for less. */
  @ParameterizedTest
  @EnumSource(value = Certainty.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void shouldWakeThePublicForAFindingThatIsLikelyAtLeast(Certainty certainty) {
    var update = update(Facts.repeat(certainty), Change.REPEAT_STRIKE, Change.SOURCES);
    assertThat(view(update, Role.PUBLIC).getInterrupts())
        .isEqualTo(certainty == Certainty.LIKELY || certainty == Certainty.OBSERVED);
    assertThat(view(update, Role.RESCUE).getInterrupts()).isTrue();
  }

  @Test
  void shouldWakeThePublicForWhatIsNewBesideAFindingThatIsPossible() {
    var possible = Facts.repeat(Certainty.POSSIBLE);
    var update = update(possible, Change.REPEAT_STRIKE, Change.KILLED_ROSE);
    assertThat(view(update, Role.PUBLIC).getInterrupts()).isTrue();
    assertThat(view(update, Role.PUBLIC).getChanges()).containsExactly(Change.KILLED_ROSE);
  }

  @Test
  void shouldSayThatDetailsChangedWhereThePublicSeesNothingElseOfTheChange() {
    var view = view(update(Facts.mass(), Change.PLACE_MOVED), Role.PUBLIC);
    assertThat(view.getChanges()).containsExactly(Change.DETAILS);
    assertThat(view.getInterrupts()).isFalse();
  }

  private static Alert update(Finding finding, Change... changes) {
    return strike(finding)
        .setRevision(2)
        .setMessageType(MessageType.UPDATE)
        .setInterrupts(true)
        .setChanges(List.of(changes))
        .build();
  }

  @Test
  void shouldShowThePublicThatItIsASecondStrikeButNotHowFar() {
    var view = view(repeat().build(), Role.PUBLIC);
    var repeat = Objects.requireNonNull(Findings.repeat(view));
    assertThat(repeat.getEarlierStrikes()).isEqualTo(1);
    assertThat(repeat.getDistanceMetres()).isNull();
    assertThat(repeat.getEarlierStrikeIds()).isEmpty();
  }

  @Test
  void shouldShowThePublicKindsOfSitesInAnOrderThatSaysNothing() {
    var one = withinReach("a-site", SiteKind.SCHOOL, 40.0);
    var other = withinReach("b-site", SiteKind.HOSPITAL, 80.0);
    var view = view(protectedSite(one, other).build(), Role.PUBLIC);
    assertThat(Findings.sites(view)).allMatch(hit -> hit.getSiteId() == null);
    assertThat(view).isEqualTo(view(protectedSite(other, one).build(), Role.PUBLIC));
  }

  @Test
  void shouldShowCrewsTheExactPlace() {
    var alert = residential().build();
    var view = view(alert, Role.RESCUE);
    assertThat(view.getPlace()).isEqualTo(alert.getPlace());
    assertThat(view.getStrikeIds()).isEqualTo(alert.getStrikeIds());
    assertThat(view.getMarks()).isEmpty();
  }

  @Test
  void shouldCopyNothingForThoseWhoSeeAll() {
    var alert = residential().build();
    assertThat(view(alert, Role.OPS)).isSameAs(alert);
  }

  @Test
  void shouldNotTouchTheAlertItself() {
    var alert = protectedSite(withinReach("a", SiteKind.SCHOOL, 40.0)).build();
    var before = MessageCodec.of(Alert.class).encode(alert);
    view(alert, Role.PUBLIC);
    assertThat(MessageCodec.of(Alert.class).encode(alert)).isEqualTo(before);
  }

  @Test
  void shouldTellAHospitalsAlertToItselfAndOperationsOnly() {
    var alert = surge().build();
    assertThat(Projection.of(alert, Role.HOSPITAL, "hospital-a")).isPresent();
    assertThat(Projection.of(alert, Role.HOSPITAL, "hospital-b")).isEmpty();
    assertThat(Projection.of(alert, Role.HOSPITAL, null)).isEmpty();
    assertThat(Projection.of(alert, Role.RESCUE, null)).isEmpty();
    assertThat(Projection.of(alert, Role.RESCUE, "hospital-a")).isEmpty();
    assertThat(Projection.of(alert, Role.PUBLIC, null)).isEmpty();
    assertThat(Projection.of(alert, Role.OPS, null)).contains(alert);
    assertThat(Projection.of(nowhereToGo().build(), Role.HOSPITAL, "hospital-a")).isEmpty();
    assertThat(Projection.of(nowhereToGo().build(), Role.OPS, null)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldTellAConfidentialSitesAlertToNobodyButTheSite(Role role) {
    var alert = site("hospital-a").build();
    assertThat(Projection.of(alert, role, null)).isEmpty();
    assertThat(Projection.of(alert, role, "hospital-b")).isEmpty();
    assertThat(Projection.isSeen(alert, role, "hospital-a")).isEqualTo(role == Role.HOSPITAL);
  }

  @Test
  void shouldTellOperationsAloneOfSourcesAndOurselves() {
    for (var alert :
        List.of(silentSource().build(), system(Rule.UNREACHED, "night-crew").build())) {
      assertThat(Projection.of(alert, Role.OPS, null)).isPresent();
      for (var role : List.of(Role.RESCUE, Role.HOSPITAL, Role.PUBLIC)) {
        assertThat(Projection.of(alert, role, null)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldLetEverybodyBeTested(Role role) {
    assertThat(Projection.of(channelTest("night-crew").build(), role, null)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldMakeAViewThatCanBeSent(Role role) {
    for (var alert : Variety.alerts()) {
      Projection.of(alert, role, "hospital-a")
          .ifPresent(view -> assertThat(MessageCodec.of(Alert.class).encode(view)).isNotEmpty());
    }
  }

  private static Alert view(Alert alert, Role role) {
    return Projection.of(alert, role, null).orElseThrow();
  }
}
