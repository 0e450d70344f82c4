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
import org.marsad.message.Certainty;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
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
    var alert = dayKilled(scene.alerts());
    assertThat(alert.getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(alert.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(alert.getRecord().getDay()).isEqualTo(LocalDate.of(2016, 10, 20));
    assertThat(alert.getRecord().getLikelyDays()).isEqualTo(11);
    assertThat(alert.getRecord().getSinceRecordsBegan()).isFalse();
    assertThat(alert.getRecord().getScope()).isEqualTo(Scope.AREA);
    assertThat(alert.getAlertId()).isEqualTo("heaviest-in-days:day:killed:aleppo:2016-10-20");
  }

  @Test
  void shouldNeverClaimMoreDaysThanWereWatched() {
    // Given
    scene.say(killedOn("2016-09-15", 1));
    // When
    scene.say(killedOn("2016-10-11", 59));
    // Then
    var record = dayKilled(scene.alerts()).getRecord();
    assertThat(record.getLikelyDays()).isEqualTo(26);
    assertThat(record.getSinceRecordsBegan()).isTrue();
    assertThat(record.getRecordsBegan()).isEqualTo(LocalDate.of(2016, 9, 15));
  }

  @Test
  void shouldWithdrawTheRecordWhenALateReportTakesItAwayAndGiveItBackWhenThatIsRetracted() {
    // Given
    var late = killedOn("2016-10-18", 60);
    scene.say(killedOn("2016-10-01", 10), killedOn("2016-10-20", 48));
    assertThat(dayKilled(scene.alerts()).getMessageType()).isEqualTo(MessageType.ALERT);
    // When the 18th turns out to be heavier
    scene.say(late);
    // Then
    assertThat(revisions(scene.alerts(), "2016-10-20"))
        .extracting(Alert::getMessageType, Alert::getRevision)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(MessageType.CANCEL, 2));
    // When it is taken back
    scene.say(retracted(late));
    // Then
    var again = revisions(scene.alerts(), "2016-10-20");
    assertThat(again).hasSize(1);
    assertThat(again.get(0).getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(again.get(0).getRevision()).isEqualTo(3);
    assertThat(again.get(0).getReferences()).isNotEmpty();
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
    var alert = only(Rule.RESIDENTIAL_STRIKE, scene.alerts());
    assertThat(alert.getResidential().getBasis()).isEqualTo(ResidentialBasis.MAP);
    assertThat(alert.getNeighbourhoods()).containsExactly(Scene.FARDOUS);
    // When
    scene.say(retracted(report));
    // Then
    var cancel = only(Rule.RESIDENTIAL_STRIKE, scene.alerts());
    assertThat(cancel.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(cancel.getReason().getCode()).isEqualTo("STRIKE_RETRACTED");
    assertThat(cancel.getReferences()).hasSize(1);
  }

  @Test
  void shouldNotCallAnIndustrialZoneResidential() {
    // When
    scene.say(seen("a:1", "a", "2016-10-12T11:05:00Z", r -> r.setNeighbourhood(Scene.RAMOUSEH)));
    // Then
    assertThat(scene.alerts()).isEmpty();
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
    var alert = only(Rule.UNPLACED_STRIKE, scene.alerts());
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
    assertThat(dayKilled(scene.alerts()).getRecord().getLikelyDays()).isEqualTo(11);
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
    assertThat(strike.getRepaired()).containsExactly("killed");
  }

  private static Alert dayKilled(List<Alert> alerts) {
    var found =
        alerts.stream()
            .filter(a -> a.getRecord() != null)
            .filter(a -> a.getRecord().getScale() == Scale.DAY)
            .filter(a -> a.getRecord().getMeasure() == Measure.KILLED)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Alert> revisions(List<Alert> alerts, String day) {
    return alerts.stream()
        .filter(a -> a.getAlertId().equals("heaviest-in-days:day:killed:aleppo:" + day))
        .toList();
  }

  private static Alert only(Rule rule, List<Alert> alerts) {
    var found = alerts.stream().filter(a -> a.getRule() == rule).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
