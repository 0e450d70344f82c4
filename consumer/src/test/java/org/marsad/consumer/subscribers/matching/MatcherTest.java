package org.marsad.consumer.subscribers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.day;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.nowhereToGo;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.silentSource;
import static org.marsad.consumer.fixtures.Alerts.site;
import static org.marsad.consumer.fixtures.Alerts.strike;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Alerts.system;
import static org.marsad.consumer.fixtures.Alerts.unplaced;
import static org.marsad.consumer.fixtures.Alerts.wave;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Near;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscriberBuilder;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.SubjectKind;

class MatcherTest {
  private static final String GOVERNORATE = "aleppo-governorate";
  private static final String KEY = TokenHash.of("the key of hospital a");

  @Test
  void shouldMatchByArea() {
    assertThat(concerns(team(Role.RESCUE), residential())).isTrue();
    assertThat(concerns(team(Role.RESCUE).areas("*"), residential())).isTrue();
    assertThat(concerns(team(Role.RESCUE).areas("homs"), residential())).isFalse();
  }

  @Test
  void shouldMeanAllTownsOfAGovernorate() {
    // Given
    var listed = new Coverage(Set.of(GOVERNORATE), Set.of(), Set.of(), null, null);
    // Then
    for (var team :
        List.of(team(Role.RESCUE).coverage(listed), team(Role.RESCUE).areas(GOVERNORATE))) {
      assertThat(concerns(team, residential())).isTrue();
      assertThat(concerns(team, residential().setArea("batabo"))).isTrue();
      assertThat(concerns(team, residential().setArea(GOVERNORATE))).isTrue();
      assertThat(concerns(team, residential().setArea("homs"))).isFalse();
    }
  }

  @Test
  void shouldNarrowATownOfAGovernorateToItsListedNeighbourhoods() {
    // Given
    var team =
        team(Role.RESCUE)
            .coverage(
                new Coverage(
                    Set.of(GOVERNORATE), Set.of(), Set.of("aleppo/al-fardous"), null, null));
    // Then
    assertThat(concerns(team, residential())).isTrue();
    assertThat(concerns(team, residential().setNeighbourhoods(List.of("aleppo/salah")))).isFalse();
    assertThat(
            concerns(team, residential().setArea("batabo").setNeighbourhoods(List.of("batabo/x"))))
        .isTrue();
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

  /** A cut list of neighbourhoods concerns the whole area. */
  @Test
  void shouldTakeACutListOfNeighbourhoodsForTheWholeArea() {
    var team = team(Role.RESCUE).coverage(narrowed("aleppo/salah", "aleppo"));
    assertThat(concerns(team, residential())).isFalse();
    assertThat(concerns(team, residential().setNeighbourhoodsInAll(21))).isTrue();
  }

  @Test
  void shouldMatchBySubject() {
    var team = team(Role.RESCUE).subjects(Set.of(SubjectKind.WAVE));
    assertThat(concerns(team, wave())).isTrue();
    assertThat(concerns(team, residential())).isFalse();
  }

  @Test
  void shouldMatchByAnyOfItsFindings() {
    var residential = team(Role.OPS).findings(Set.of(Rule.RESIDENTIAL_STRIKE, Rule.WAVE));
    assertThat(concerns(residential, residential())).isTrue(); // its second finding
    assertThat(concerns(residential, wave())).isTrue();
    assertThat(concerns(residential, heaviest())).isFalse();
    assertThat(concerns(residential, strike())).isFalse();
    assertThat(concerns(team(Role.OPS), strike())).isTrue(); // every strike has an alert
  }

  @ParameterizedTest
  @CsvSource({"EXTREME,true", "SEVERE,true", "MODERATE,false", "MINOR,false", "UNKNOWN,true"})
  void shouldMatchBySeverityAndLetTheUnknownPass(Severity severity, boolean concerned) {
    var team = team(Role.RESCUE).minimumSeverity(Severity.SEVERE);
    assertThat(concerns(team, residential().setSeverity(severity))).isEqualTo(concerned);
  }

  @ParameterizedTest
  @CsvSource({
    "RESCUE,STRIKE,MODERATE",
    "RESCUE,WAVE,MODERATE",
    "RESCUE,DAY,",
    "RESCUE,HOSPITAL,",
    "RESCUE,SOURCE,",
    "HOSPITAL,STRIKE,SEVERE",
    "HOSPITAL,WAVE,",
    "HOSPITAL,DAY,",
    "HOSPITAL,HOSPITAL,MINOR",
    "HOSPITAL,SOURCE,",
    "PUBLIC,STRIKE,MODERATE",
    "PUBLIC,DAY,MODERATE",
    "PUBLIC,WAVE,",
    "PUBLIC,HOSPITAL,",
    "PUBLIC,SOURCE,",
    "OPS,STRIKE,MINOR",
    "OPS,WAVE,MINOR",
    "OPS,DAY,MINOR",
    "OPS,HOSPITAL,MINOR",
    "OPS,SOURCE,MINOR",
    "OPS,SYSTEM,MINOR",
    "ARCHIVE,STRIKE,MINOR",
    "ARCHIVE,WAVE,MINOR",
    "ARCHIVE,DAY,MINOR",
    "ARCHIVE,HOSPITAL,MINOR",
    "ARCHIVE,SOURCE,MINOR",
    "ARCHIVE,SYSTEM,",
  })
  void shouldTellEachRoleByDefaultOfItsSubjectsFromALeastSeverityOn(
      Role role, SubjectKind kind, @Nullable Severity least) {
    var own = role == Role.HOSPITAL ? "hospital-a" : null;
    for (var severity : Severity.values()) {
      var enough =
          least != null && (severity == Severity.UNKNOWN || severity.compareTo(least) <= 0);
      assertThat(concerns(team(role).site(own), about(kind).setSeverity(severity)))
          .as("%s %s %s", role, kind, severity)
          .isEqualTo(enough);
    }
  }

  @Test
  void shouldGiveTheRoleItsLeastSeverityForSubjectsThatItAsksFor() {
    var hospital = team(Role.HOSPITAL).subjects(EnumSet.of(SubjectKind.WAVE));
    assertThat(concerns(hospital, wave().setSeverity(Severity.SEVERE))).isTrue();
    assertThat(concerns(hospital, wave().setSeverity(Severity.MODERATE))).isFalse();
  }

  @Test
  void shouldTellOfExercisesOnlyWhoAskedForThem() {
    var exercise = residential().setReality(Reality.EXERCISE);
    assertThat(concerns(team(Role.OPS), exercise)).isFalse();
    assertThat(concerns(team(Role.OPS).realities(Set.of(Reality.EXERCISE)), exercise)).isTrue();
  }

  /** It may be anywhere: those of its area hear of it, and all operations, never nobody. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendWhatIsUnplacedToItsAreaAndToAllOperations(Role role) {
    var alert = unplaced("Atlantis").setSeverity(Severity.SEVERE).setArea(GOVERNORATE);
    assertThat(concerns(team(role).areas(GOVERNORATE), alert)).isTrue();
    assertThat(concerns(team(role).areas("homs"), alert)).isEqualTo(role == Role.OPS);
    assertThat(concerns(team(role).areas("*"), alert)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldNotSendWhatIsInNoKnownAreaToEveryShape(Role role) {
    var near = new Coverage(Set.of(), Set.of(), Set.of(), null, new Near(36.2, 37.1, 5_000));
    var alert = unplaced("Atlantis").setSeverity(Severity.SEVERE).setArea("unplaced");
    assertThat(concerns(team(role).coverage(near), alert)).isEqualTo(role == Role.OPS);
  }

  /** A town whose strike has no neighbourhood: it may be in theirs. */
  @Test
  void shouldSendWhatHasNoNeighbourhoodToEachOfItsTown() {
    var team = team(Role.RESCUE).coverage(narrowed("aleppo/al-fardous", "aleppo"));
    assertThat(concerns(team, unplaced("the market"))).isTrue();
  }

  @Test
  void shouldSendWhatIsAddressedToItsSiteAndToOperations() {
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-a"), surge())).isTrue();
    assertThat(concerns(team(Role.HOSPITAL).site("hospital-b"), surge())).isFalse();
    assertThat(concerns(team(Role.HOSPITAL), surge())).isFalse();
    assertThat(concerns(team(Role.OPS), surge())).isTrue();
    assertThat(concerns(team(Role.RESCUE), surge())).isFalse();
    assertThat(concerns(team(Role.PUBLIC), surge())).isFalse();
  }

  /** The numbers are the whole area's, and no hospital is open to act on them. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendThatThereIsNowhereToGoToOperationsAndArchives(Role role) {
    assertThat(
            concerns(team(role).site(role == Role.HOSPITAL ? "hospital-a" : null), nowhereToGo()))
        .isEqualTo(role == Role.OPS || role == Role.ARCHIVE);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldSendWhatIsForAConfidentialSiteToWhoShowsItsKey(Role role) {
    for (var alert : List.of(site("hospital-a"), surge())) {
      assertThat(concernsPrivately(team(role), alert)).isFalse();
      assertThat(concernsPrivately(team(role).areas("*").siteKeySha256(KEY), alert)).isFalse();
      var hospital = team(Role.HOSPITAL).site("hospital-a");
      assertThat(concernsPrivately(hospital, alert)).isFalse();
      assertThat(concernsPrivately(hospital.siteKeySha256(TokenHash.of("a guess")), alert))
          .isFalse();
      assertThat(concernsPrivately(hospital.siteKeySha256(KEY), alert)).isTrue();
      assertThat(
              concernsPrivately(team(Role.HOSPITAL).site("hospital-b").siteKeySha256(KEY), alert))
          .isFalse();
    }
  }

  /** It may stand near the border: the wounded come from the next town too. */
  @Test
  void shouldReachTheHospitalWhereverTheStrikesFell() {
    // Given
    var hospital =
        team(Role.HOSPITAL).site("hospital-a").coverage(narrowed("aleppo/bab-al-maqam", "aleppo"));
    // Then
    assertThat(concerns(hospital, surge())).isTrue();
    assertThat(concerns(hospital, residential())).isFalse();
    assertThat(concerns(hospital, surge().setArea("homs"))).isTrue();
  }

  @Test
  void shouldSendWhatBelongsToNoAreaToAllOperations() {
    var gateway = system(Rule.UNREACHED, "crew").setArea("");
    assertThat(concerns(team(Role.OPS), gateway)).isTrue();
    assertThat(concerns(team(Role.RESCUE).areas("*"), gateway)).isFalse();
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

  private static Alert.Builder about(SubjectKind kind) {
    return switch (kind) {
      case STRIKE -> residential();
      case DAY -> day();
      case WAVE -> wave();
      case HOSPITAL -> surge();
      case SOURCE -> silentSource();
      default -> system(Rule.UNREACHED, "crew");
    };
  }

  private static SubscriberBuilder team(Role role) {
    return Subscriber.builder("team", role).areas("aleppo");
  }

  private static Coverage narrowed(String neighbourhood, String... areas) {
    return new Coverage(Set.of(), Set.of(areas), Set.of(neighbourhood), null, null);
  }

  private static boolean concerns(SubscriberBuilder team, Alert.Builder alert) {
    return concerns(team.build(), alert.build(), false);
  }

  private static boolean concernsPrivately(SubscriberBuilder team, Alert.Builder alert) {
    return concerns(team.build(), alert.build(), true);
  }

  private static boolean concerns(Subscriber team, Alert alert, boolean isPrivate) {
    return !Matcher.askEach(List.of(team), alert, isPrivate, MatcherTest::profile).isEmpty();
  }

  private static Optional<AreaProfile> profile(String code) {
    var hospital = Areas.hospital("hospital-a", 36.2, true);
    var sites = List.of(Site.newBuilder(hospital).setKeySha256(KEY).build());
    var area = Areas.aleppo().setCode(code).setSites(sites);
    return switch (code) {
      case "aleppo", "batabo" -> Optional.of(area.setGovernorate(GOVERNORATE).build());
      case GOVERNORATE -> Optional.of(area.setKind(AreaKind.GOVERNORATE).build());
      case "unplaced" -> Optional.of(area.setKind(AreaKind.UNPLACED).build());
      case "homs" -> Optional.of(area.setGovernorate("homs-governorate").build());
      default -> Optional.empty();
    };
  }
}
