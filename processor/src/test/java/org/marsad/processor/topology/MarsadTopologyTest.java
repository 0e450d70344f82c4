package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.killedOn;
import static org.marsad.processor.topology.Scene.retracted;
import static org.marsad.processor.topology.Scene.seen;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;
import org.marsad.schemas.Marks;
import org.marsad.schemas.RejectedHeaders;

class MarsadTopologyTest {
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
  void shouldSayThatADayIsTheHeaviestSinceAnEarlierOne() {
    // Given 48 on the 9th and fewer since
    scene.say(killedOn("2016-10-09", 48), killedOn("2016-10-12", 20), killedOn("2016-10-15", 47));
    scene.alerts();
    // When
    scene.say(killedOn("2016-10-20", 48));
    // Then
    var alert = scene.alert(SubjectKind.DAY);
    assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.getSeverity()).isEqualTo(Severity.SEVERE);
    assertThat(alert.getAlertId()).isEqualTo("day:aleppo:2016-10-20");
    assertThat(alert.getKilled()).isEqualTo(new CountRange(48, 48, 48));
    assertThat(alert.getInjured()).isNull();
    assertThat(alert.getPlace()).isNull();
    assertThat(alert.getStrikes()).isEqualTo(1);
    var record = dayKilled(alert);
    assertThat(record.getDay()).isEqualTo(LocalDate.of(2016, 10, 20));
    assertThat(record.getLikelyDays()).isEqualTo(11);
    assertThat(record.getSinceWatchingBegan()).isFalse();
    assertThat(record.getScope()).isEqualTo(Scope.AREA);
  }

  @Test
  void shouldNeverClaimMoreDaysThanWereWatched() {
    // Given
    scene.say(killedOn("2016-09-15", 1));
    // When
    scene.say(killedOn("2016-10-11", 59));
    // Then
    var record = dayKilled(scene.alert(SubjectKind.DAY));
    assertThat(record.getLikelyDays()).isEqualTo(26);
    assertThat(record.getSinceWatchingBegan()).isTrue();
    assertThat(record.getWatchedSince()).isEqualTo(LocalDate.of(2016, 9, 15));
  }

  @Test
  void shouldWithdrawTheRecordWhenALateReportTakesItAwayAndGiveItBackWhenThatIsRetracted() {
    // Given
    var late = killedOn("2016-10-18", 60);
    scene.say(killedOn("2016-10-01", 10), killedOn("2016-10-20", 48));
    assertThat(scene.alert(SubjectKind.DAY).getMessageType()).isEqualTo(MessageType.ALERT);
    // When the 18th turns out to be heavier
    scene.say(late);
    // Then the day's claim fell away, and nobody is woken for that
    var cancel = revision(scene.alerts(SubjectKind.DAY), "2016-10-20");
    assertThat(cancel.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(cancel.getRevision()).isEqualTo(2);
    assertThat(cancel.getReason()).isEqualTo(CancelReason.CORRECTED);
    assertThat(cancel.getInterrupts()).isFalse();
    // When it is taken back
    scene.say(retracted(late));
    // Then
    var again = revision(scene.alerts(SubjectKind.DAY), "2016-10-20");
    assertThat(again.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(again.getRevision()).isEqualTo(3);
    assertThat(again.getReferences()).isNotEmpty();
    assertThat(again.getChanges()).startsWith(Change.REINSTATED);
  }

  @Test
  void shouldMergeTwoObserversOfOneStrikeAndCallItObserved() {
    // Given
    scene.say(seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r.setKilled(count(3))));
    // When
    scene.say(seen("b:1", "b", "2016-10-12T11:07:00Z", r -> r.setKilled(count(5))));
    // Then
    var strikes = scene.strikes();
    var last = strikes.get(strikes.size() - 1);
    assertThat(last.getReportIds()).containsExactly("a:1", "b:1");
    assertThat(last.getCertainty()).isEqualTo(Certainty.OBSERVED);
    assertThat(last.getKilled().getLow()).isEqualTo(3);
    assertThat(last.getKilled().getHigh()).isEqualTo(5);
    assertThat(last.getStrikeId()).isEqualTo(strikes.get(0).getStrikeId());
    assertThat(last.getRevision()).isEqualTo(2);
  }

  @Test
  void shouldKeepTwoReportsOfOneSourceApart() {
    // When
    scene.say(
        seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r),
        seen("a:2", "a", "2016-10-12T11:07:00Z", r -> r));
    // Then
    assertThat(scene.strikes())
        .extracting(s -> s.getReportIds())
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void shouldSplitAStrikeWhenACorrectionMovesOneReportAndKeepTheFoundersId() {
    // Given
    var first = seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r);
    var second = seen("b:1", "b", "2016-10-12T11:07:00Z", r -> r);
    scene.say(first, second);
    var id = scene.strikes().get(0).getStrikeId();
    // When the second turns out to be an hour later
    scene.say(seen("b:1", "b", "2016-10-12T12:07:00Z", r -> r.setRevision(2)));
    // Then
    var strikes = scene.strikes();
    assertThat(strikes).hasSize(2);
    assertThat(strikes)
        .anySatisfy(
            s -> {
              assertThat(s.getStrikeId()).isEqualTo(id);
              assertThat(s.getReportIds()).containsExactly("a:1");
            })
        .anySatisfy(
            s -> {
              assertThat(s.getStrikeId()).isNotEqualTo(id);
              assertThat(s.getReportIds()).containsExactly("b:1");
            });
    // When it is corrected back
    scene.say(seen("b:1", "b", "2016-10-12T11:07:00Z", r -> r.setRevision(3)));
    // Then
    assertThat(scene.strikes())
        .extracting(s -> s.getStatus())
        .containsExactly(StrikeStatus.ACTIVE, StrikeStatus.MERGED);
  }

  @Test
  void shouldWarnOfAResidentialStrikeByItsNeighbourhoodAndCancelWhenItIsRetracted() {
    // Given
    var report = seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r);
    // When
    scene.say(report);
    // Then
    var alert = scene.alert(SubjectKind.STRIKE);
    var residential = Findings.residential(alert);
    assertThat(residential).isNotNull();
    assertThat(residential.getBasis()).isEqualTo(ResidentialBasis.MAP);
    assertThat(alert.getNeighbourhoods()).containsExactly(Scene.FARDOUS);
    assertThat(alert.getSeverity()).isEqualTo(Severity.MODERATE);
    assertThat(alert.getInterrupts()).isTrue();
    assertThat(alert.getChanges()).isEmpty();
    // When
    scene.say(retracted(report));
    // Then
    var cancel = scene.alert(SubjectKind.STRIKE);
    assertThat(cancel.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(cancel.getReason()).isEqualTo(CancelReason.WITHDRAWN);
    assertThat(cancel.getInterrupts()).isTrue();
    assertThat(cancel.getReferences()).hasSize(1);
    assertThat(cancel.getFindings()).isEqualTo(alert.getFindings());
  }

  @Test
  void shouldTellOfAStrikeThatNobodyCountedYetAndNotCallAnIndustrialZoneResidential() {
    // When
    scene.say(seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r.setNeighbourhood(Scene.RAMOUSEH)));
    // Then
    var alert = scene.alert(SubjectKind.STRIKE);
    assertThat(alert.getSeverity()).isEqualTo(Severity.MINOR);
    assertThat(alert.getFindings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.getUnknown()).isTrue());
  }

  @Test
  void shouldKeepTheAlertOfAStrikeOfWhichNoRuleHasAnythingToSay() {
    // When
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-10-12T11:05:00Z",
            r ->
                r.setNeighbourhood(Scene.RAMOUSEH)
                    .setKilled(Scene.count(0))
                    .setInjured(Scene.count(0))));
    // Then
    var alert = scene.alert(SubjectKind.STRIKE);
    assertThat(alert.getFindings()).isEmpty();
    assertThat(alert.getSeverity()).isEqualTo(Severity.MINOR);
  }

  @Test
  void shouldTellTheOperationsCentreOfAStrikeWithoutAPlace() {
    // When
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setArea("unplaced").setNeighbourhood(null).setPlaceText("Atlantis")));
    // Then
    var alert = scene.alert(SubjectKind.STRIKE);
    assertThat(Findings.lead(alert)).isEqualTo(Rule.UNPLACED_STRIKE);
    assertThat(alert.getPlace().getText()).isEqualTo("Atlantis");
  }

  @Test
  void shouldIgnoreARevisionThatIsNotNewer() {
    // Given
    var report = seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r.setRevision(2));
    scene.say(report);
    scene.strikes();
    scene.alerts();
    // When
    scene.say(report, seen("a:1", "a", "2016-10-12T10:05:00Z", r -> r.setRevision(1)));
    // Then
    assertThat(scene.strikes()).isEmpty();
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void shouldKeepAnExerciseOutOfTheRecordsOfTheWorld() {
    // Given
    scene.say(killedOn("2016-10-01", 10));
    // When
    scene.say(
        StrikeReport.newBuilder(killedOn("2016-10-11", 59))
            .setReality(org.marsad.message.Reality.EXERCISE)
            .build());
    scene.say(killedOn("2016-10-12", 20));
    // Then
    assertThat(dayKilled(scene.alert(SubjectKind.DAY)).getLikelyDays()).isEqualTo(11);
  }

  @Test
  void shouldSetAsideWhatItCannotUseAndGoOn() {
    // When
    scene.sayBytes("aleppo", "not avro".getBytes(StandardCharsets.UTF_8));
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setOccurredUntil(java.time.Instant.parse("2016-10-12T11:00:00Z"))));
    scene.say(
        seen(
            "a:2",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setReceivedAt(java.time.Instant.parse("2016-10-12T10:54:59Z"))));
    scene.say(
        seen(
            "a:3",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setReceivedAt(java.time.Instant.parse("2016-10-12T10:55:00Z"))));
    // Then
    assertThat(scene.rejected())
        .extracting(
            r ->
                new String(
                    r.headers().lastHeader(RejectedHeaders.REASON).value(), StandardCharsets.UTF_8))
        .containsExactly("UNDECODABLE", "END_BEFORE_START", "IN_THE_FUTURE");
    assertThat(scene.strikes()).hasSize(1);
  }

  @Test
  void shouldSortARangeThatCameOutOfOrderAndSaySo() {
    // When low is above best
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setKilled(new org.marsad.message.CountRange(177, 142, 177))));
    // Then
    var strike = scene.strikes().get(0);
    assertThat(strike.getKilled()).isEqualTo(new org.marsad.message.CountRange(142, 177, 177));
    assertThat(strike.getMarks()).containsExactly(Marks.KILLED_OUT_OF_ORDER);
  }

  private static RecordFacts dayKilled(Alert day) {
    return Findings.records(day).stream()
        .filter(record -> record.getScale() == Scale.DAY)
        .filter(record -> record.getMeasure() == Measure.KILLED)
        .filter(record -> record.getScope() == Scope.AREA)
        .findFirst()
        .orElseThrow();
  }

  private static Alert revision(List<Alert> alerts, String day) {
    return alerts.stream()
        .filter(alert -> alert.getAlertId().equals("day:aleppo:" + day))
        .findFirst()
        .orElseThrow();
  }
}
