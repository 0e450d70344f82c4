package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.killedOn;
import static org.marsad.processor.topology.Scene.retracted;
import static org.marsad.processor.topology.Scene.seen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.Target;

/** What each rule is for, played as it would happen. */
class DemonstrationsTest {
  private static final String NOON = "2016-10-12T12:00:00Z";

  @TempDir private Path directory;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(directory);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldWarnOfADoubleTapSeenFromBothSidesOfABoundary() {
    // 14:05 local: the first strike, seen by Amal from al-Fardous
    scene.say(
        seen(
            "amal:1", "amal", "2016-10-12T11:05:00Z", r -> at(r, 36.1890, 37.1480, Scene.FARDOUS)));
    assertThat(only(Rule.REPEAT_STRIKE)).isEmpty();
    // 14:25: the second, 150 m on, seen by Basil, who names the neighbouring Bustan al-Qaser
    scene.say(
        seen(
            "basil:1",
            "basil",
            "2016-10-12T11:25:00Z",
            r -> at(r, 36.1900, 37.1490, Scene.BUSTAN)));
    var alert = one(Rule.REPEAT_STRIKE);
    assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.getRepeat().getSecondsAfter()).isEqualTo(20 * 60);
    assertThat(alert.getRepeat().getDistanceMetres()).isBetween(130.0, 160.0);
    assertThat(alert.getRepeat().getEarlierOnset())
        .isEqualTo(Instant.parse("2016-10-12T11:05:00Z"));
    assertThat(alert.getDangerUntil()).isEqualTo(Instant.parse("2016-10-12T12:25:00Z"));
    assertThat(alert.getSources()).isEqualTo(2);
    assertThat(alert.getStrikeIds()).hasSize(2);
    assertThat(alert.getNeighbourhoods()).containsExactly(Scene.FARDOUS, Scene.BUSTAN).isSorted();
    // Basil saw the first one too, from his side: the same strike, so nothing new
    scene.say(
        seen(
            "basil:0",
            "basil",
            "2016-10-12T11:06:00Z",
            r -> at(r, 36.1892, 37.1478, Scene.BUSTAN)));
    var update = one(Rule.REPEAT_STRIKE);
    assertThat(update.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(update.getStrikeIds()).isEqualTo(alert.getStrikeIds());
    // The first turns out to be no strike at all: no double tap
    scene.say(
        retracted(
            seen(
                "amal:1",
                "amal",
                "2016-10-12T11:05:00Z",
                r -> at(r, 36.1890, 37.1480, Scene.FARDOUS))),
        retracted(
            seen(
                "basil:0",
                "basil",
                "2016-10-12T11:06:00Z",
                r -> at(r, 36.1892, 37.1478, Scene.BUSTAN))));
    var revisions = only(Rule.REPEAT_STRIKE);
    assertThat(last(revisions).getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(last(revisions).getReason().getCode()).isEqualTo("NOT_REPEAT");
  }

  @Test
  void shouldWarnOfADoubleTapWhereOnlyTheTownIsOnTheMap() {
    // Both observers name the town, and send where they stand
    scene.say(fix("amal:1", "amal", "2016-10-12T11:05:00Z", 36.2500, 30.0));
    scene.say(fix("basil:1", "basil", "2016-10-12T11:25:00Z", 36.2508, 30.0));
    assertThat(one(Rule.REPEAT_STRIKE).getRepeat().getDistanceMetres()).isCloseTo(89, within(1.0));
    // But a bare point is often just the town's own
    scene.say(fix("carim:1", "carim", "2016-10-12T11:45:00Z", 36.2508, null));
    assertThat(only(Rule.REPEAT_STRIKE)).isEmpty();
  }

  private static StrikeReport fix(
      String id, String source, String at, double lat, @Nullable Double radiusMetres) {
    return seen(
        id,
        source,
        at,
        r ->
            at(r, lat, 37.25, null)
                .setRadiusMetres(radiusMetres)
                .setPlaceBasis(org.marsad.message.PlaceBasis.CODE));
  }

  @Test
  void shouldTakeBackWhatTurnsOutADrillAndRaiseWhatTurnsOutNone() {
    var strike = seen("amal:1", "amal", NOON, r -> r.setTargets(List.of(Target.RESIDENTIAL)));
    scene.say(strike);
    assertThat(one(Rule.RESIDENTIAL_STRIKE).getReality()).isEqualTo(Reality.ACTUAL);
    // It was a drill: the alert of the world is cancelled, and one of the exercise stands
    var drill = StrikeReport.newBuilder(strike).setReality(Reality.EXERCISE).setRevision(2).build();
    scene.say(drill);
    assertThat(only(Rule.RESIDENTIAL_STRIKE))
        .extracting(Alert::getReality, Alert::getMessageType)
        .containsExactly(
            tuple(Reality.ACTUAL, MessageType.CANCEL), tuple(Reality.EXERCISE, MessageType.ALERT));
    // Said late, the first revision is no news
    scene.say(strike);
    assertThat(scene.alerts()).isEmpty();
    // And it was none after all
    scene.say(StrikeReport.newBuilder(strike).setRevision(3).build());
    assertThat(only(Rule.RESIDENTIAL_STRIKE))
        .extracting(Alert::getReality, Alert::getMessageType)
        .containsExactly(
            tuple(Reality.EXERCISE, MessageType.CANCEL), tuple(Reality.ACTUAL, MessageType.ALERT));
  }

  @Test
  void shouldLoseNoReportWhenTheMapChanges() {
    // Amal and Basil saw one strike, from two neighbourhoods beside each other
    scene.say(
        seen("amal:1", "amal", NOON, r -> r),
        seen("basil:1", "basil", NOON, r -> r.setNeighbourhood(Scene.BUSTAN)));
    assertThat(last(scene.strikes()).getReportIds()).containsExactly("amal:1", "basil:1");
    // A new map puts Basil's far away; then Carim tells what Amal told
    scene.moveFarAway(Scene.BUSTAN);
    scene.say(seen("carim:1", "carim", NOON, r -> r));
    assertThat(scene.strikes())
        .extracting(Strike::getReportIds)
        .containsExactlyInAnyOrder(List.of("amal:1", "carim:1"), List.of("basil:1"));
  }

  @Test
  void shouldKeepTheHourAndTheClosedHospitalWhenSomebodySaysTodayAlone() {
    // The northern hospital closes; then a market is hit, and a minute later the agency says
    // "today"
    scene.status(closed(Scene.NORTH, "2016-10-12T08:00:00Z"));
    scene.say(seen("amal:1", "amal", NOON, r -> r.setInjured(count(40))));
    scene.say(StrikeReport.newBuilder(Scene.killedOn("2016-10-12", 0)).setKilled(null).build());
    var surges = only(Rule.HOSPITAL_SURGE);
    assertThat(surges).extracting(Alert::getAddressees).containsOnly(List.of(Scene.EAST));
    var surge = last(surges).getSurge();
    assertThat(surge.getStrikes()).isEqualTo(2);
    assertThat(surge.getAsOf()).isEqualTo(Instant.parse(NOON));
    assertThat(surge.getWithin90Minutes().getLow()).isEqualTo(20);
  }

  @Test
  void shouldMoveTheSurgeToTheNextHospitalWhenOneCloses() {
    // A market is hit: 40 injured
    scene.say(seen("amal:1", "amal", NOON, r -> r.setInjured(count(40))));
    var alerts = only(Rule.HOSPITAL_SURGE);
    assertThat(alerts)
        .extracting(Alert::getAddressees)
        .containsExactly(List.of(Scene.EAST), List.of(Scene.NORTH));
    var before = of(alerts, Scene.EAST);
    assertThat(
            before.getSurge().getWithin24Hours().getBest()
                + of(alerts, Scene.NORTH).getSurge().getWithin24Hours().getBest())
        .isEqualTo(40);
    assertThat(before.getSurge().getInjuredReported()).isEqualTo(1);
    // The northern one closes: everybody goes east
    scene.status(closed(Scene.NORTH, "2016-10-12T13:00:00Z"));
    var after = only(Rule.HOSPITAL_SURGE);
    assertThat(
            of(after, Scene.NORTH, "hospital-surge:aleppo:" + Scene.NORTH + ":2016-10-12")
                .getMessageType())
        .isEqualTo(MessageType.CANCEL);
    assertThat(
            last(after.stream().filter(a -> a.getMessageType() == MessageType.CANCEL).toList())
                .getReason()
                .getCode())
        .isEqualTo("HOSPITAL_CLOSED");
    var moved = of(after, Scene.EAST);
    assertThat(moved.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(moved.getSurge().getWithin24Hours().getBest()).isEqualTo(40);
    assertThat(moved.getSurge().getWithin90Minutes().getLow()).isEqualTo(20);
    assertThat(moved.getSurge().getWithin90Minutes().getHigh()).isEqualTo(32);
    assertThat(moved.getSurge().getReceiving()).isEqualTo(1);
    // The eastern one closes too: that is no all clear
    scene.status(closed(Scene.EAST, "2016-10-12T14:00:00Z"));
    var nowhere =
        only(Rule.HOSPITAL_SURGE).stream()
            .filter(a -> a.getMessageType() == MessageType.ALERT)
            .toList();
    assertThat(nowhere)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getReason().getCode()).isEqualTo("NO_HOSPITAL_OPEN");
              assertThat(alert.getAddressees()).isEmpty();
              assertThat(alert.getSurge().getWithin24Hours().getBest()).isEqualTo(40);
            });
  }

  @Test
  void shouldMakeTodayARecordWhenYesterdaysIsRetractedAndTakeItAwayWhenALateReportComes() {
    var yesterday = killedOn("2016-10-19", 60);
    scene.say(killedOn("2016-10-01", 10), yesterday, killedOn("2016-10-20", 48));
    assertThat(dayOf(only(Rule.HEAVIEST_IN_DAYS), "2016-10-20")).isEmpty();
    // Yesterday's is taken back: today's is the heaviest since records began
    scene.say(retracted(yesterday));
    assertThat(dayOf(only(Rule.HEAVIEST_IN_DAYS), "2016-10-20"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
              assertThat(alert.getRecord().getLikelyDays()).isEqualTo(19);
            });
    // A late report about the 18th
    scene.say(killedOn("2016-10-18", 50));
    assertThat(dayOf(only(Rule.HEAVIEST_IN_DAYS), "2016-10-20"))
        .singleElement()
        .extracting(Alert::getMessageType)
        .isEqualTo(MessageType.CANCEL);
  }

  @Test
  void shouldTellOfOneWaveThatGrowsAndJoinsAnother() {
    scene.say(
        seen("amal:1", "amal", "2016-10-12T10:00:00Z", r -> r.setKilled(count(2))),
        seen("amal:2", "amal", "2016-10-12T10:30:00Z", r -> r.setKilled(count(3))));
    assertThat(only(Rule.WAVE)).isEmpty();
    scene.say(seen("amal:3", "amal", "2016-10-12T11:00:00Z", r -> r));
    var first = one(Rule.WAVE);
    assertThat(first.getWave().getStrikes().getBest()).isEqualTo(3);
    assertThat(first.getWave().getKilled().getBest()).isEqualTo(5);
    assertThat(first.getWave().getUnreportedKilled()).isEqualTo(1);
    assertThat(first.getWave().getResidential()).isEqualTo(3);
    // An hour later a second wave
    scene.say(
        seen("amal:5", "amal", "2016-10-12T12:00:00Z", r -> r),
        seen("amal:6", "amal", "2016-10-12T12:20:00Z", r -> r),
        seen("amal:7", "amal", "2016-10-12T12:40:00Z", r -> r));
    assertThat(one(Rule.WAVE).getAlertId()).isNotEqualTo(first.getAlertId());
    // A late report fills the gap: one wave, and it keeps the first one's alert
    scene.say(seen("basil:4", "basil", "2016-10-12T11:30:00Z", r -> r));
    var joined = only(Rule.WAVE);
    assertThat(joined)
        .extracting(Alert::getMessageType)
        .containsExactly(MessageType.UPDATE, MessageType.CANCEL);
    assertThat(joined.get(0).getAlertId()).isEqualTo(first.getAlertId());
    assertThat(joined.get(0).getWave().getStrikes().getBest()).isEqualTo(7);
    assertThat(joined.get(1).getReason().getCode()).isEqualTo("WAVE_JOINED");
  }

  @Test
  void shouldKeepTheStrikesWithinALongOneInTheWaveWhenItsFirstIsCorrected() {
    // One strike took an hour, and another fell while it went on
    var first = seen("amal:1", "amal", "2016-10-12T10:00:00Z", r -> r.setKilled(count(2)));
    scene.say(
        first,
        seen(
            "basil:1",
            "basil",
            "2016-10-12T10:20:00Z",
            r -> at(r, 36.23, 37.20, null).setOccurredUntil(Instant.parse("2016-10-12T11:20:00Z"))),
        seen("amal:2", "amal", "2016-10-12T11:00:00Z", r -> r));
    assertThat(one(Rule.WAVE).getWave().getStrikes().getBest()).isEqualTo(3);
    // The first is corrected: the wave goes on
    scene.say(
        org.marsad.message.StrikeReport.newBuilder(first)
            .setRevision(2)
            .setKilled(count(4))
            .build());
    var update = one(Rule.WAVE);
    assertThat(update.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(update.getWave().getStrikes().getBest()).isEqualTo(3);
  }

  @Test
  void shouldNameTheSitesThatAStrikeMayHaveHit() {
    // 60 m from the northern hospital; nobody says what was hit
    scene.say(
        seen("amal:1", "amal", NOON, r -> at(r, 36.2305, 37.1500, null).setRadiusMetres(20.0)));
    var possible = one(Rule.PROTECTED_SITE_STRIKE);
    assertThat(possible.getProtectedSites())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.getSiteId()).isEqualTo(Scene.NORTH);
              assertThat(hit.getBasis()).isEqualTo(SiteBasis.REACH);
              assertThat(hit.getConfidential()).isTrue();
            });
    // Basil names a hospital, and a school that no map knows
    scene.say(
        seen(
            "basil:1",
            "basil",
            NOON,
            r ->
                at(r, 36.2305, 37.1500, null).setTargets(List.of(Target.HOSPITAL, Target.SCHOOL))));
    var reported = one(Rule.PROTECTED_SITE_STRIKE);
    assertThat(reported.getCertainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(reported.getProtectedSites())
        .extracting(h -> h.getBasis(), h -> h.getSiteId())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SiteBasis.REPORT, Scene.NORTH),
            org.assertj.core.groups.Tuple.tuple(SiteBasis.REPORT, null));
  }

  @Test
  void shouldHeedAPersonWhoKnowsBetter() {
    // Two reports, an hour apart: two strikes
    scene.say(
        seen("amal:1", "amal", "2016-10-12T11:00:00Z", r -> r.setKilled(count(3))),
        seen("basil:1", "basil", "2016-10-12T12:00:00Z", r -> r.setKilled(count(5))));
    assertThat(scene.strikes())
        .extracting(s -> s.getStatus())
        .containsExactly(StrikeStatus.ACTIVE, StrikeStatus.ACTIVE);
    // Basil's clock was an hour off: they are one
    scene.decide(decision(DecisionKind.ASSOCIATE, 1, DecisionStatus.STANDING, "amal:1", "basil:1"));
    var merged = scene.strikes();
    assertThat(merged)
        .extracting(s -> s.getStatus())
        .containsExactlyInAnyOrder(StrikeStatus.ACTIVE, StrikeStatus.MERGED);
    var one =
        merged.stream().filter(s -> s.getStatus() == StrikeStatus.ACTIVE).findFirst().orElseThrow();
    assertThat(one.getReportIds()).containsExactly("amal:1", "basil:1");
    assertThat(one.getDecisionIds()).containsExactly("associate:amal:1:basil:1");
    // Basil was nearer: his count is the best one
    scene.decide(decision(DecisionKind.PREFER, 1, DecisionStatus.STANDING, "basil:1"));
    assertThat(last(scene.strikes()).getKilled().getBest()).isEqualTo(5);
    // Told twice, nothing happens; taken back, they are two again, under their old names
    scene.decide(decision(DecisionKind.ASSOCIATE, 1, DecisionStatus.STANDING, "amal:1", "basil:1"));
    assertThat(scene.strikes()).isEmpty();
    scene.decide(
        decision(DecisionKind.ASSOCIATE, 2, DecisionStatus.WITHDRAWN, "amal:1", "basil:1"));
    assertThat(scene.strikes())
        .extracting(s -> s.getStatus())
        .containsExactly(StrikeStatus.ACTIVE, StrikeStatus.ACTIVE);
  }

  @Test
  void shouldKeepApartWhatAPersonTookApartBeforeTheReportsCame() {
    scene.decide(
        decision(DecisionKind.DISASSOCIATE, 1, DecisionStatus.STANDING, "amal:1", "basil:1"));
    scene.say(seen("amal:1", "amal", NOON, r -> r), seen("basil:1", "basil", NOON, r -> r));
    assertThat(scene.strikes())
        .extracting(s -> s.getReportIds())
        .containsExactly(List.of("amal:1"), List.of("basil:1"));
  }

  @Test
  void shouldSayThatASourceIsSilentAndWhenItIsHeardAgain() {
    scene.beat(heartbeat("amal", Scene.WALL_CLOCK));
    scene.beat(heartbeat("basil", Scene.WALL_CLOCK));
    scene.pass(Duration.ofMinutes(14));
    scene.beat(heartbeat("basil", Scene.WALL_CLOCK.plusSeconds(14 * 60)));
    assertThat(only(Rule.SOURCE_SILENT)).isEmpty();
    scene.pass(Duration.ofMinutes(2));
    var silent = one(Rule.SOURCE_SILENT);
    assertThat(silent.getSilence().getLastHeardAt()).isEqualTo(Scene.WALL_CLOCK);
    assertThat(silent.getSilence().getSourcesHeard()).isEqualTo(1);
    assertThat(silent.getSilence().getSourcesExpected()).isEqualTo(2);
    assertThat(silent.toString()).doesNotContain("amal");
    // It has something to say: it is there
    scene.say(seen("amal:1", "amal", "2016-10-12T11:14:00Z", r -> r));
    var heard = one(Rule.SOURCE_SILENT);
    assertThat(heard.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(heard.getReason().getCode()).isEqualTo("SOURCE_HEARD");
  }

  @Test
  void shouldSayAgainThatASourceIsSilentUntilItIsHeardNow() {
    scene.beat(heartbeat("amal", Scene.WALL_CLOCK));
    scene.pass(Duration.ofMinutes(16));
    var silent = one(Rule.SOURCE_SILENT);
    scene.pass(Duration.ofHours(12).minusSeconds(30));
    assertThat(only(Rule.SOURCE_SILENT)).isEmpty();
    // Half a day later, while it is still news
    scene.pass(Duration.ofSeconds(30));
    var again = one(Rule.SOURCE_SILENT);
    assertThat(again.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(again.getSilence()).isEqualTo(silent.getSilence());
    assertThat(again.getSentAt()).isBefore(silent.getExpiresAt());
    // What somebody sends once more of this morning is no sign of life
    scene.say(seen("amal:1", "amal", "2016-10-12T11:03:00Z", r -> r));
    assertThat(only(Rule.SOURCE_SILENT)).isEmpty();
    scene.say(seen("amal:2", "amal", "2016-10-12T23:14:00Z", r -> r));
    assertThat(one(Rule.SOURCE_SILENT).getMessageType()).isEqualTo(MessageType.CANCEL);
  }

  private static org.marsad.message.StrikeReport.Builder at(
      org.marsad.message.StrikeReport.Builder report,
      double lat,
      double lon,
      @Nullable String neighbourhood) {
    return report
        .setLat(lat)
        .setLon(lon)
        .setRadiusMetres(50.0)
        .setNeighbourhood(neighbourhood)
        .setPlaceBasis(org.marsad.message.PlaceBasis.POINT);
  }

  private static HospitalStatus closed(String site, String at) {
    return HospitalStatus.newBuilder()
        .setSiteId(site)
        .setArea(Scene.TOWN)
        .setEmergencyDepartment(EmergencyDepartment.CLOSED)
        .setStaffing(Staffing.UNKNOWN)
        .setUpdatedAt(Instant.parse(at))
        .build();
  }

  private static Decision decision(
      DecisionKind kind, int revision, DecisionStatus status, String... reports) {
    return Decision.newBuilder()
        .setDecisionId(
            kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + String.join(":", reports))
        .setRevision(revision)
        .setStatus(status)
        .setKind(kind)
        .setReality(Reality.ACTUAL)
        .setArea(Scene.TOWN)
        .setReportIds(List.of(reports))
        .setDecidedBy("operations centre")
        .setReason("a clock was an hour off")
        .setDecidedAt(Instant.parse("2016-10-12T15:00:00Z").plusSeconds(revision))
        .build();
  }

  private static Heartbeat heartbeat(String source, Instant at) {
    return Heartbeat.newBuilder()
        .setSource(new Source(source, SourceKind.OBSERVER, source))
        .setReality(Reality.ACTUAL)
        .setArea(Scene.TOWN)
        .setEverySeconds(300)
        .setSentAt(at)
        .build();
  }

  private List<Alert> only(Rule rule) {
    return scene.alerts().stream().filter(alert -> alert.getRule() == rule).toList();
  }

  private Alert one(Rule rule) {
    var alerts = only(rule);
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static Alert of(List<Alert> alerts, String site) {
    return alerts.stream()
        .filter(a -> a.getAddressees().equals(List.of(site)))
        .findFirst()
        .orElseThrow();
  }

  private static Alert of(List<Alert> alerts, String site, String alertId) {
    assertThat(alertId).contains(site);
    return alerts.stream().filter(a -> a.getAlertId().equals(alertId)).findFirst().orElseThrow();
  }

  private static List<Alert> dayOf(List<Alert> alerts, String day) {
    return alerts.stream()
        .filter(a -> a.getAlertId().equals("heaviest-in-days:day:killed:aleppo:" + day))
        .toList();
  }
}
