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
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SiteBasis;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Staffing;
import org.marsad.message.Standing;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.message.Target;
import org.marsad.schemas.Findings;
import org.marsad.schemas.Marks;

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
    assertThat(Findings.has(scene.alert(SubjectKind.STRIKE), Rule.REPEAT_STRIKE)).isFalse();
    // 14:25: the second, 150 m on, seen by Basil, who names the neighbouring Bustan al-Qaser
    scene.say(
        seen(
            "basil:1",
            "basil",
            "2016-10-12T11:25:00Z",
            r -> at(r, 36.1900, 37.1490, Scene.BUSTAN)));
    var alert = scene.alert(SubjectKind.STRIKE);
    assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(Findings.lead(alert)).isEqualTo(Rule.REPEAT_STRIKE);
    var repeat = Found.repeat(alert);
    assertThat(repeat.getSecondsAfter()).isEqualTo(20 * 60);
    assertThat(repeat.getDistanceMetres()).isBetween(130.0, 160.0);
    assertThat(repeat.getEarlierOnset()).isEqualTo(Instant.parse("2016-10-12T11:05:00Z"));
    assertThat(repeat.getEarlierStrikes()).isEqualTo(1);
    assertThat(alert.getDangerUntil()).isEqualTo(Instant.parse("2016-10-12T12:25:00Z"));
    // Basil saw the first one too, from his side: it is observed now, and the second as it was
    scene.say(
        seen(
            "basil:0",
            "basil",
            "2016-10-12T11:06:00Z",
            r -> at(r, 36.1892, 37.1478, Scene.BUSTAN)));
    var first = last(scene.alerts(SubjectKind.STRIKE));
    assertThat(first.getCertainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(first.getChanges()).contains(Change.SURER, Change.SOURCES);
    assertThat(first.getInterrupts()).isFalse();
    // The first turns out to be no strike at all: no double tap, but the second strike stands
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
    var second = last(of(alert.getAlertId(), scene.alerts()));
    assertThat(second.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(Findings.has(second, Rule.REPEAT_STRIKE)).isFalse();
    assertThat(second.getChanges()).contains(Change.SEVERITY_FELL, Change.FINDING_GONE);
    assertThat(second.getInterrupts()).isFalse();
  }

  @Test
  void shouldWarnOfASecondStrikeAfterARaidOfMoreThanAnHour() {
    // 14:00 to 15:10 local, and 20 minutes later on the same spot
    scene.say(
        seen(
            "amal:1",
            "amal",
            "2016-10-12T11:00:00Z",
            r ->
                at(r, 36.1890, 37.1480, Scene.FARDOUS)
                    .setOccurredUntil(Instant.parse("2016-10-12T12:10:00Z"))));
    assertThat(scene.alert(SubjectKind.STRIKE).getDangerUntil())
        .isEqualTo(Instant.parse("2016-10-12T13:10:00Z"));
    scene.say(
        seen(
            "amal:2", "amal", "2016-10-12T12:30:00Z", r -> at(r, 36.1890, 37.1480, Scene.FARDOUS)));
    var second = last(scene.alerts(SubjectKind.STRIKE));
    assertThat(second.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(Found.repeat(second).getSecondsAfter()).isEqualTo(20 * 60);
  }

  @Test
  void shouldTellTheWholeTownOfAWaveInWhichOneFellNobodyKnowsWhere() {
    scene.say(seen("amal:1", "amal", "2016-10-12T11:00:00Z", r -> r));
    scene.say(seen("amal:2", "amal", "2016-10-12T11:10:00Z", r -> r));
    scene.say(seen("amal:3", "amal", "2016-10-12T11:20:00Z", r -> r.setNeighbourhood(null)));
    var wave = last(scene.alerts(SubjectKind.WAVE));
    assertThat(wave.getNeighbourhoods()).isEmpty();
    assertThat(wave.getNeighbourhoodsInAll()).isZero();
    scene.say(seen("amal:3", "amal", "2016-10-12T11:20:00Z", r -> r.setRevision(2)));
    assertThat(last(scene.alerts(SubjectKind.WAVE)).getNeighbourhoods())
        .containsExactly(Scene.FARDOUS);
  }

  @Test
  void shouldWarnOfADoubleTapThatIsKnownByNameAlone() {
    scene.say(seen("amal:1", "amal", "2016-10-12T11:05:00Z", r -> r));
    scene.say(seen("amal:2", "amal", "2016-10-12T11:25:00Z", r -> r));
    var alert = last(scene.alerts(SubjectKind.STRIKE));
    var repeat = Found.repeat(alert);
    assertThat(repeat.getDistanceMetres()).isNull();
    assertThat(repeat.getSameNeighbourhood()).isTrue();
    assertThat(alert.getFindings().get(0).getCertainty()).isEqualTo(Certainty.LIKELY);
    assertThat(alert.getSeverity()).isEqualTo(Severity.EXTREME);
  }

  @Test
  void shouldSayThatOneStrikeMayBeTwoWhereItsReportsStateTimesFiveMinutesApart() {
    scene.say(seen("amal:1", "amal", "2016-10-12T11:05:00Z", r -> r));
    scene.say(seen("basil:1", "basil", "2016-10-12T11:10:00Z", r -> r));
    var strike = last(scene.strikes());
    assertThat(strike.getStatedApartSeconds()).isEqualTo(300);
    var alert = last(scene.alerts(SubjectKind.STRIKE));
    var repeat = Found.repeat(alert);
    assertThat(repeat.getEarlierStrikes()).isZero();
    assertThat(repeat.getEarlierOnset()).isEqualTo(Instant.parse("2016-10-12T11:05:00Z"));
    assertThat(repeat.getSecondsAfter()).isEqualTo(300);
    assertThat(Findings.isLikely(alert, Rule.REPEAT_STRIKE)).isFalse();
    // The danger lasts an hour from the latest end that anybody states
    assertThat(alert.getDangerUntil()).isEqualTo(Instant.parse("2016-10-12T12:10:00Z"));
  }

  @Test
  void shouldWarnOfADoubleTapWhereOnlyTheTownIsOnTheMap() {
    // Both observers name the town, and send where they stand
    scene.say(fix("amal:1", "amal", "2016-10-12T11:05:00Z", 36.2500, 30.0));
    scene.say(fix("basil:1", "basil", "2016-10-12T11:25:00Z", 36.2508, 30.0));
    assertThat(Found.repeat(last(scene.alerts(SubjectKind.STRIKE))).getDistanceMetres())
        .isCloseTo(89, within(1.0));
    // But a bare point is often just the town's own
    scene.say(fix("carim:1", "carim", "2016-10-12T11:45:00Z", 36.2508, null));
    assertThat(Findings.has(scene.alert(SubjectKind.STRIKE), Rule.REPEAT_STRIKE)).isFalse();
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
    assertThat(scene.alert(SubjectKind.STRIKE).getReality()).isEqualTo(Reality.ACTUAL);
    // It was a drill: the alert of the world is cancelled, and one of the exercise stands
    var drill = StrikeReport.newBuilder(strike).setReality(Reality.EXERCISE).setRevision(2).build();
    scene.say(drill);
    assertThat(scene.alerts(SubjectKind.STRIKE))
        .extracting(Alert::getReality, Alert::getMessageType, Alert::getReason)
        .containsExactly(
            tuple(Reality.ACTUAL, MessageType.CANCEL, CancelReason.NOT_ACTUAL),
            tuple(Reality.EXERCISE, MessageType.ALERT, null));
    // Said late, the first revision is no news
    scene.say(strike);
    assertThat(scene.alerts()).isEmpty();
    // And it was none after all
    scene.say(StrikeReport.newBuilder(strike).setRevision(3).build());
    assertThat(scene.alerts(SubjectKind.STRIKE))
        .extracting(Alert::getReality, Alert::getMessageType, Alert::getReason)
        .containsExactly(
            tuple(Reality.EXERCISE, MessageType.CANCEL, CancelReason.WITHDRAWN),
            tuple(Reality.ACTUAL, MessageType.ALERT, null));
  }

  @Test
  void shouldTellThatAStrikeWasPlacedElsewhere() {
    var strike = seen("amal:1", "amal", NOON, r -> r);
    scene.say(strike);
    var alert = scene.alert(SubjectKind.STRIKE);
    scene.say(
        StrikeReport.newBuilder(retracted(strike))
            .setMarks(List.of(Marks.MOVED_TO + "idlib"))
            .build(),
        seen("amal:1", "amal", NOON, r -> r.setArea("idlib").setNeighbourhood(null)));
    var revisions = scene.alerts(SubjectKind.STRIKE);
    var cancel = last(of(alert.getAlertId(), revisions));
    assertThat(cancel.getReason()).isEqualTo(CancelReason.MOVED);
    assertThat(cancel.getInterrupts()).isTrue();
    assertThat(cancel.getReplacedBy()).isEqualTo(last(revisions).getAlertId());
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
    var surges = of("hospital:aleppo:" + Scene.EAST + ":2016-10-12", scene.alerts());
    assertThat(last(surges).getStrikes()).isEqualTo(2);
    var surge = Found.surge(last(surges));
    assertThat(surge.getAsOf()).isEqualTo(Instant.parse(NOON));
    // At least half of half of the forty within the first ninety minutes
    assertThat(surge.getWithin90Minutes().getLow()).isEqualTo(10);
    assertThat(surge.getReceiving()).isEqualTo(1);
  }

  @Test
  void shouldMoveTheSurgeToTheNextHospitalWhenOneCloses() {
    // A market is hit: 40 injured
    scene.say(seen("amal:1", "amal", NOON, r -> r.setInjured(count(40))));
    var alerts = scene.alerts(SubjectKind.HOSPITAL);
    assertThat(alerts).extracting(Alert::getAddressee).containsExactly(Scene.EAST, Scene.NORTH);
    assertThat(alerts)
        .extracting(a -> Found.surge(a).getWithin24Hours().getBest())
        .satisfies(bests -> assertThat(bests.get(0) + bests.get(1)).isEqualTo(40));
    // The northern one closes: everybody goes east
    scene.status(closed(Scene.NORTH, "2016-10-12T13:00:00Z"));
    var after = scene.alerts(SubjectKind.HOSPITAL);
    assertThat(after).hasSize(2).extracting(Alert::getMessageType).containsOnly(MessageType.UPDATE);
    var moved = Found.surge(after.get(0));
    assertThat(moved.getWithin24Hours().getBest()).isEqualTo(40);
    assertThat(moved.getWithin90Minutes().getLow()).isEqualTo(10);
    assertThat(moved.getWithin90Minutes().getHigh()).isEqualTo(32);
    assertThat(moved.getReceiving()).isEqualTo(1);
    var closed = Found.surge(after.get(1));
    assertThat(closed.getStanding()).isEqualTo(Standing.CLOSED);
    assertThat(closed.getWithin24Hours()).isEqualTo(new CountRange(0, 0, 0));
    assertThat(after.get(1).getChanges()).contains(Change.STANDING);
    assertThat(after.get(1).getInterrupts()).isTrue();
    // The eastern one closes too: that is no all clear
    scene.status(closed(Scene.EAST, "2016-10-12T14:00:00Z"));
    var nowhere = last(of("hospital:aleppo:2016-10-12", scene.alerts()));
    assertThat(nowhere.getAddressee()).isNull();
    assertThat(nowhere.getInterrupts()).isTrue();
    var surge = Found.surge(nowhere);
    assertThat(surge.getStanding()).isEqualTo(Standing.NOWHERE_TO_GO);
    assertThat(surge.getWithin24Hours()).isEqualTo(new CountRange(20, 40, 40));
  }

  @Test
  void shouldReckonWithoutAHospitalThatWasItselfHit() {
    scene.say(
        seen(
            "amal:1",
            "amal",
            "2016-10-12T01:00:00Z",
            r ->
                at(r, 36.2305, 37.1500, null)
                    .setRadiusMetres(30.0)
                    .setTargets(List.of(Target.HOSPITAL))
                    .setKilled(count(10))
                    .setInjured(count(40))));
    var strike = scene.alerts();
    var hit = Found.surge(last(of("hospital:aleppo:" + Scene.NORTH + ":2016-10-12", strike)));
    assertThat(hit.getStanding()).isEqualTo(Standing.HIT);
    assertThat(hit.getWithin24Hours().getLow()).isZero();
    assertThat(hit.getWithin90Minutes().getLow()).isZero();
    var other = Found.surge(last(of("hospital:aleppo:" + Scene.EAST + ":2016-10-12", strike)));
    assertThat(other.getWithin24Hours().getBest()).isEqualTo(40);
    assertThat(other.getWithin24Hours().getHigh()).isEqualTo(40);
    assertThat(other.getWithin24Hours().getLow()).isLessThan(10);
  }

  @Test
  void shouldCountTheEveningBeforeForTheFirstHoursOfANight() {
    // 23:40 local: 20 injured; 00:20: 20 more
    scene.say(
        seen("amal:1", "amal", "2016-10-12T20:40:00Z", r -> r.setInjured(count(20))),
        seen("amal:2", "amal", "2016-10-12T21:20:00Z", r -> r.setInjured(count(20))));
    var night =
        scene.alerts(SubjectKind.HOSPITAL).stream()
            .filter(alert -> alert.getAlertId().endsWith(":2016-10-13"))
            .map(Found::surge)
            .toList();
    assertThat(night.stream().mapToInt(s -> s.getWithin24Hours().getHigh()).sum())
        .isBetween(20, 21);
    assertThat(night.stream().mapToInt(s -> s.getWithin90Minutes().getHigh()).sum())
        .isBetween(32, 33);
    assertThat(night).allMatch(surge -> surge.getInjuredReported() == 1);
  }

  @Test
  void shouldMakeTodayARecordWhenYesterdaysIsRetractedAndTakeItAwayWhenALateReportComes() {
    var yesterday = killedOn("2016-10-19", 60);
    scene.say(killedOn("2016-10-01", 10), yesterday, killedOn("2016-10-20", 48));
    assertThat(of("day:aleppo:2016-10-20", scene.alerts())).isEmpty();
    // Yesterday's is taken back: today's is the heaviest since watching began
    scene.say(retracted(yesterday));
    var alert = last(of("day:aleppo:2016-10-20", scene.alerts()));
    assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(Found.longestRecord(alert).getLikelyDays()).isEqualTo(19);
    // A late report about the 18th
    scene.say(killedOn("2016-10-18", 50));
    var cancel = last(of("day:aleppo:2016-10-20", scene.alerts()));
    assertThat(cancel.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(cancel.getReason()).isEqualTo(CancelReason.CORRECTED);
  }

  @Test
  void shouldTellOfOneWaveThatGrowsAndJoinsAnother() {
    scene.say(
        seen("amal:1", "amal", "2016-10-12T10:00:00Z", r -> r.setKilled(count(2))),
        seen("amal:2", "amal", "2016-10-12T10:30:00Z", r -> r.setKilled(count(3))));
    assertThat(scene.alerts(SubjectKind.WAVE)).isEmpty();
    scene.say(seen("amal:3", "amal", "2016-10-12T11:00:00Z", r -> r));
    var first = scene.alert(SubjectKind.WAVE);
    assertThat(Found.wave(first).getStrikes().getBest()).isEqualTo(3);
    assertThat(first.getKilled()).isEqualTo(new CountRange(5, 5, null));
    assertThat(Found.wave(first).getUnreportedKilled()).isEqualTo(1);
    assertThat(Found.wave(first).getResidential()).isEqualTo(3);
    assertThat(first.getSeverity()).isEqualTo(Severity.SEVERE);
    assertThat(first.getInterrupts()).isTrue();
    assertThat(first.getStrikeIds()).hasSize(3);
    // An hour later a second wave
    scene.say(
        seen("amal:5", "amal", "2016-10-12T12:00:00Z", r -> r),
        seen("amal:6", "amal", "2016-10-12T12:20:00Z", r -> r),
        seen("amal:7", "amal", "2016-10-12T12:40:00Z", r -> r));
    assertThat(scene.alert(SubjectKind.WAVE).getAlertId()).isNotEqualTo(first.getAlertId());
    // A late report fills the gap: one wave, and it keeps the first one's alert
    scene.say(seen("basil:4", "basil", "2016-10-12T11:30:00Z", r -> r));
    var joined = scene.alerts(SubjectKind.WAVE);
    assertThat(joined)
        .extracting(Alert::getMessageType)
        .containsExactly(MessageType.UPDATE, MessageType.CANCEL);
    assertThat(joined.get(0).getAlertId()).isEqualTo(first.getAlertId());
    assertThat(Found.wave(joined.get(0)).getStrikes().getBest()).isEqualTo(7);
    assertThat(joined.get(0).getChanges()).contains(Change.STRIKES_DOUBLED);
    assertThat(joined.get(1).getReason()).isEqualTo(CancelReason.REPLACED);
    assertThat(joined.get(1).getReplacedBy()).isEqualTo(first.getAlertId());
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
    assertThat(Found.wave(scene.alert(SubjectKind.WAVE)).getStrikes().getBest()).isEqualTo(3);
    // The first is corrected: the wave goes on
    scene.say(
        org.marsad.message.StrikeReport.newBuilder(first)
            .setRevision(2)
            .setKilled(count(4))
            .build());
    var update = scene.alert(SubjectKind.WAVE);
    assertThat(update.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(Found.wave(update).getStrikes().getBest()).isEqualTo(3);
  }

  @Test
  void shouldNameTheSitesThatAStrikeMayHaveHit() {
    // 60 m from the northern hospital; nobody says what was hit
    scene.say(
        seen("amal:1", "amal", NOON, r -> at(r, 36.2305, 37.1500, null).setRadiusMetres(20.0)));
    var possible = scene.alert(SubjectKind.STRIKE);
    assertThat(Findings.sites(possible))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.getSiteId()).isEqualTo(Scene.NORTH);
              assertThat(hit.getBasis()).isEqualTo(SiteBasis.REACH);
            });
    // Basil names a hospital, and a school that no map knows
    scene.say(
        seen(
            "basil:1",
            "basil",
            NOON,
            r ->
                at(r, 36.2305, 37.1500, null).setTargets(List.of(Target.HOSPITAL, Target.SCHOOL))));
    var reported = scene.alert(SubjectKind.STRIKE);
    assertThat(Findings.lead(reported)).isEqualTo(Rule.PROTECTED_SITE_STRIKE);
    assertThat(reported.getFindings().get(0).getCertainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(reported.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(Findings.sites(reported))
        .extracting(h -> h.getBasis(), h -> h.getSiteId())
        .containsExactly(tuple(SiteBasis.REPORT, Scene.NORTH), tuple(SiteBasis.REPORT, null));
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
  void shouldNotTellTheSameDeadTwiceWhenAStrikeParts() {
    // Twelve and thirty killed, an hour apart; a person takes them for one, and the thirty for
    // right
    scene.say(
        seen("amal:1", "amal", "2016-10-12T11:00:00Z", r -> r.setKilled(count(12))),
        seen("basil:1", "basil", "2016-10-12T12:00:00Z", r -> r.setKilled(count(30))));
    scene.decide(decision(DecisionKind.PREFER, 1, DecisionStatus.STANDING, "basil:1"));
    scene.decide(decision(DecisionKind.ASSOCIATE, 1, DecisionStatus.STANDING, "amal:1", "basil:1"));
    var one =
        last(scene.alerts(SubjectKind.STRIKE).stream().filter(DemonstrationsTest::stands).toList());
    assertThat(one.getKilled().getBest()).isEqualTo(30);
    // They were two: the one that lost the thirty says so as the other stands again
    scene.decide(
        decision(DecisionKind.ASSOCIATE, 2, DecisionStatus.WITHDRAWN, "amal:1", "basil:1"));
    var parted = scene.alerts(SubjectKind.STRIKE);
    assertThat(parted).hasSize(2).allMatch(Alert::getInterrupts);
    assertThat(parted)
        .filteredOn(alert -> alert.getMessageType() == MessageType.UPDATE)
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.getAlertId()).isEqualTo(one.getAlertId());
              assertThat(update.getChanges()).contains(Change.PARTED);
              assertThat(update.getKilled().getBest()).isEqualTo(12);
            });
    assertThat(parted)
        .filteredOn(alert -> alert.getMessageType() == MessageType.ALERT)
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.getChanges()).contains(Change.REINSTATED);
              assertThat(again.getKilled().getBest()).isEqualTo(30);
            });
  }

  private static boolean stands(Alert alert) {
    return alert.getMessageType() != MessageType.CANCEL;
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
    assertThat(scene.alerts(SubjectKind.SOURCE)).isEmpty();
    scene.pass(Duration.ofMinutes(2));
    var silent = scene.alert(SubjectKind.SOURCE);
    assertThat(Found.silentSource(silent).getLastHeardAt()).isEqualTo(Scene.WALL_CLOCK);
    assertThat(Found.silentSource(silent).getSourcesHeard()).isEqualTo(1);
    assertThat(Found.silentSource(silent).getSourcesExpected()).isEqualTo(2);
    assertThat(silent.toString()).doesNotContain("amal");
    // It has something to say: it is there
    scene.say(seen("amal:1", "amal", "2016-10-12T11:14:00Z", r -> r));
    var heard = scene.alert(SubjectKind.SOURCE);
    assertThat(heard.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(heard.getReason()).isEqualTo(CancelReason.CORRECTED);
  }

  @Test
  void shouldSayAgainThatASourceIsSilentUntilItIsHeardNow() {
    scene.beat(heartbeat("amal", Scene.WALL_CLOCK));
    scene.pass(Duration.ofMinutes(16));
    var silent = scene.alert(SubjectKind.SOURCE);
    scene.pass(Duration.ofHours(12).minusSeconds(30));
    assertThat(scene.alerts(SubjectKind.SOURCE)).isEmpty();
    // Half a day later, while it is still news
    scene.pass(Duration.ofSeconds(30));
    var again = scene.alert(SubjectKind.SOURCE);
    assertThat(again.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(Found.silentSource(again)).isEqualTo(Found.silentSource(silent));
    assertThat(again.getSentAt()).isBefore(silent.getExpiresAt());
    // What somebody sends once more of this morning is no sign of life
    scene.say(seen("amal:1", "amal", "2016-10-12T11:03:00Z", r -> r));
    assertThat(scene.alerts(SubjectKind.SOURCE)).isEmpty();
    scene.say(seen("amal:2", "amal", "2016-10-12T23:14:00Z", r -> r));
    assertThat(scene.alert(SubjectKind.SOURCE).getMessageType()).isEqualTo(MessageType.CANCEL);
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

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static List<Alert> of(String alertId, List<Alert> alerts) {
    return alerts.stream().filter(alert -> alert.getAlertId().equals(alertId)).toList();
  }
}
