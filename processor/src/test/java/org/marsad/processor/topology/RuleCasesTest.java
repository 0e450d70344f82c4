package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.killedOn;
import static org.marsad.processor.topology.Scene.seen;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Measure;
import org.marsad.message.PlaceBasis;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Severity;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/** Small inputs of which an earlier reading of the rules made nothing, or too much. */
class RuleCasesTest {
  private static final String NOON = "2016-10-12T09:00:00Z";

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
  void shouldTellOfAnAreasFirstStrikeWith38Killed() {
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-10-26T08:30:00Z",
            r -> r.setKilled(count(38)).setInjured(new CountRange(12, 31, 50))));
    var alert = scene.alert(SubjectKind.STRIKE);
    assertThat(alert.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(Findings.lead(alert)).isEqualTo(Rule.CASUALTIES);
    assertThat(alert.getFindings().get(0).getMass()).isTrue();
    assertThat(alert.getInterrupts()).isTrue();
  }

  @Test
  void shouldTellOf88KilledOverTwoDaysThatAreNoRecord() {
    var from = Instant.parse("2016-12-20T22:00:00Z");
    scene.say(
        killedOn("2016-09-01", 1),
        StrikeReport.newBuilder(killedOn("2016-12-21", 88))
            .setOccurredFrom(from)
            .setOccurredUntil(from.plusSeconds(48 * 3600))
            .setReceivedAt(from.plusSeconds(48 * 3600))
            .build());
    var alerts = scene.alerts();
    assertThat(alerts).noneMatch(a -> a.getSubject().getKind() == SubjectKind.DAY);
    var strike = alerts.get(alerts.size() - 1);
    assertThat(strike.getSeverity()).isEqualTo(Severity.EXTREME);
    assertThat(strike.getFindings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.getMass()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({", 1", "POINT_FAR_FROM_PLACE, 2", "SWAPPED, 2"})
  void shouldNeitherMergeNorPlaceByAPointThatIsEvidenceOnly(@Nullable String mark, int strikes) {
    // Given
    var point =
        seen(
            "a:1",
            "a",
            NOON,
            r -> atAFarPoint(r).setNeighbourhood(null).setPlaceBasis(PlaceBasis.POINT));
    var named =
        seen(
            "b:1",
            "b",
            NOON,
            r -> atAFarPoint(r).setMarks(mark == null ? List.of() : List.of(mark)));
    // When
    scene.say(point, named);
    // Then
    var said = scene.strikes();
    var last = said.get(said.size() - 1);
    assertThat(said.stream().map(Strike::getStrikeId).distinct()).hasSize(strikes);
    assertThat(last.getNeighbourhood()).isEqualTo(Scene.FARDOUS);
    assertThat(last.getLat()).isEqualTo(mark == null ? 36.30 : 36.187);
    assertThat(last.getMarks()).isEqualTo(mark == null ? List.of() : List.of(mark));
  }

  private static StrikeReport.Builder atAFarPoint(StrikeReport.Builder report) {
    return report.setLat(36.30).setLon(37.30).setRadiusMetres(100.0);
  }

  @Test
  void shouldCountARaidOverMidnightOnTheDayThatItEnded() {
    scene.say(seen("a:0", "a", "2016-09-01T07:00:00Z", r -> r.setKilled(count(1))));
    scene.alerts();
    scene.say(
        seen(
            "a:1",
            "a",
            "2016-09-09T20:50:00Z",
            r ->
                r.setOccurredUntil(Instant.parse("2016-09-09T21:10:00Z"))
                    .setReceivedAt(Instant.parse("2016-09-09T21:15:00Z"))
                    .setKilled(count(40))
                    .setImpacts(count(12))));
    var alerts = scene.alerts();
    assertThat(alerts).anyMatch(a -> a.getAlertId().equals("day:aleppo:2016-09-10"));
    assertThat(alerts.stream().flatMap(a -> Findings.records(a).stream()))
        .isNotEmpty()
        .allMatch(record -> record.getDay().equals(LocalDate.of(2016, 9, 10)));
    assertThat(alerts.stream().flatMap(a -> Findings.records(a).stream()))
        .extracting(RecordFacts::getScale)
        .contains(Scale.STRIKE, Scale.DAY);
  }

  @Test
  void shouldReckonThatAStrikeOfTheAreaMayHaveFallenInTheNeighbourhood() {
    scene.say(
        killedOn("2016-09-01", 1),
        killedOn("2016-09-08", 50),
        StrikeReport.newBuilder(killedOn("2016-09-12", 6)).setNeighbourhood(Scene.FARDOUS).build());
    var record =
        record(scene.alerts(), Scale.STRIKE, Scope.NEIGHBOURHOOD, Measure.KILLED, "2016-09-12");
    assertThat(record.getCertainDays()).isEqualTo(4);
    assertThat(record.getLikelyDays()).isEqualTo(11);
  }

  @Test
  void shouldLeaveOpenWhatNobodyCounted() {
    // The injured of the 10th were not counted
    scene.say(
        StrikeReport.newBuilder(killedOn("2016-09-01", 1)).setInjured(count(1)).build(),
        killedOn("2016-09-10", 30),
        StrikeReport.newBuilder(killedOn("2016-09-14", 2)).setInjured(count(33)).build());
    var record = record(scene.alerts(), Scale.DAY, Scope.AREA, Measure.CASUALTIES, "2016-09-14");
    assertThat(record.getCertainDays()).isEqualTo(4);
    assertThat(record.getLikelyDays()).isEqualTo(13);
  }

  @Test
  void shouldLeaveOpenTheImpactsThatNobodyCounted() {
    scene.say(seen("a:0", "a", "2016-09-01T07:00:00Z", r -> r.setImpacts(count(1))));
    for (var hour = 0; hour < 5; hour++) {
      scene.say(seen("a:" + (hour + 1), "a", "2016-09-05T0%d:00:00Z".formatted(hour), r -> r));
    }
    scene.alerts();
    scene.say(seen("a:6", "a", "2016-09-09T07:00:00Z", r -> r.setImpacts(count(6))));
    var record = record(scene.alerts(), Scale.DAY, Scope.AREA, Measure.IMPACTS, "2016-09-09");
    assertThat(record.getCertainDays()).isEqualTo(4);
    assertThat(record.getLikelyDays()).isEqualTo(8);
  }

  @Test
  void shouldAddUpWhatOneSourceSaysOfADay() {
    scene.say(
        killedOn("2016-09-01", 1),
        killedOn("2016-09-05", 30),
        seen("agency:x", "agency", "2016-09-09T11:05:00Z", r -> r.setKilled(count(20))),
        killedOn("2016-09-09", 15));
    var record = record(scene.alerts(), Scale.DAY, Scope.AREA, Measure.KILLED, "2016-09-09");
    assertThat(record.getValue()).isEqualTo(new CountRange(20, 35, 35));
    assertThat(record.getLikelyDays()).isEqualTo(8);
    assertThat(record.getSinceWatchingBegan()).isTrue();
    assertThat(record.getCertainDays()).isEqualTo(4);
  }

  @Test
  void shouldSayHowLongNobodyWasHeard() {
    scene.say(killedOn("2016-09-01", 10), killedOn("2016-10-01", 6));
    var record = record(scene.alerts(), Scale.DAY, Scope.AREA, Measure.KILLED, "2016-10-01");
    assertThat(record.getLikelyDays()).isEqualTo(30);
    assertThat(record.getLongestSilenceDays()).isEqualTo(29);
  }

  private static RecordFacts record(
      List<Alert> alerts, Scale scale, Scope scope, Measure measure, String day) {
    return alerts.stream()
        .flatMap(alert -> Findings.records(alert).stream())
        .filter(record -> record.getScale() == scale)
        .filter(record -> record.getScope() == scope)
        .filter(record -> record.getMeasure() == measure)
        .filter(record -> record.getDay().equals(LocalDate.parse(day)))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
