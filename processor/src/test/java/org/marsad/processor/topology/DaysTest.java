package org.marsad.processor.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.BUSTAN;
import static org.marsad.processor.topology.Scene.FARDOUS;
import static org.marsad.processor.topology.Scene.TOWN;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.killedOn;
import static org.marsad.processor.topology.Scene.retracted;
import static org.marsad.processor.topology.Scene.seen;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.CountRange;
import org.marsad.message.DayRow;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.Scope;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;

/** What is published of days. */
class DaysTest {
  private static final String NOON = "2016-10-11T09:00:00Z";
  private static final String TOWNS_DAY = TOWN + ":2016-10-11";
  private static final String PARTS_DAY = FARDOUS + ":2016-10-11";

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
  void shouldTellWhatADayComesToInTheAreaAndInTheNeighbourhood() {
    // When one source tells of two strikes, and of one of them a number of killed alone
    scene.say(
        seen("a:1", "a", NOON, report -> report.setKilled(count(4)).setInjured(count(9))),
        seen("a:2", "a", "2016-10-11T12:00:00Z", report -> report.setKilled(count(3))));
    // Then
    var days = scene.days();
    assertThat(days).containsOnlyKeys(TOWNS_DAY, PARTS_DAY);
    var row = row(days, TOWNS_DAY);
    assertThat(row.getScope()).isEqualTo(Scope.AREA);
    assertThat(row.getScopeCode()).isEqualTo(TOWN);
    assertThat(row.getDay()).isEqualTo(LocalDate.of(2016, 10, 11));
    assertThat(row.getTimeZone()).isEqualTo("Asia/Damascus");
    assertThat(row.getReality()).isEqualTo(Reality.ACTUAL);
    assertThat(row.getHeard()).isTrue();
    assertThat(row.getStrikes()).isEqualTo(2);
    assertThat(row.getSources()).isEqualTo(1);
    assertThat(row.getKilled()).isEqualTo(count(7));
    assertThat(row.getInjured()).isEqualTo(new CountRange(9, 9, null));
    assertThat(row.getUnreportedInjured()).isEqualTo(1);
    assertThat(row.getCasualties()).isEqualTo(new CountRange(16, 16, null));
    assertThat(row.getImpacts()).isEqualTo(new CountRange(2, 2, null));
    assertThat(row.getUnreportedImpacts()).isEqualTo(2);
    assertThat(row.getCountedAt()).isEqualTo(Instant.parse("2016-10-11T12:01:00Z"));
    var part = row(days, PARTS_DAY);
    assertThat(part.getScope()).isEqualTo(Scope.NEIGHBOURHOOD);
    assertThat(part.getArea()).isEqualTo(TOWN);
    assertThat(part.getKilled()).isEqualTo(count(7));
  }

  @Test
  void shouldSayThatNobodyCountedRatherThanNothing() {
    scene.say(seen("a:1", "a", NOON, report -> report));
    var row = row(TOWNS_DAY);
    assertThat(row.getKilled()).isNull();
    assertThat(row.getCasualties()).isNull();
    assertThat(row.getUnreportedKilled()).isEqualTo(1);
  }

  @Test
  void shouldAddToEachNeighbourhoodWhatMayHaveHappenedThere() {
    // Given
    scene.say(
        seen("a:1", "a", NOON, report -> report.setKilled(count(4))),
        seen("a:2", "a", NOON, report -> report.setNeighbourhood(BUSTAN).setKilled(count(1))));
    scene.days();
    // When an agency counts the town's day, and nobody knows where
    scene.say(killedOn("2016-10-11", 30));
    // Then
    var days = scene.days();
    assertThat(days).containsOnlyKeys(TOWNS_DAY, PARTS_DAY, BUSTAN + ":2016-10-11");
    assertThat(row(days, TOWNS_DAY).getKilled()).isEqualTo(new CountRange(30, 30, 35));
    assertThat(row(days, PARTS_DAY).getKilled()).isEqualTo(new CountRange(4, 4, 34));
    assertThat(row(days, PARTS_DAY).getStrikes()).isEqualTo(1);
  }

  @Test
  void shouldTellBothDaysOfAStrikeThatIsDatedAnew() {
    // Given
    var report = seen("a:1", "a", NOON, one -> one.setKilled(count(4)));
    scene.say(report);
    scene.days();
    // When
    scene.say(on("2016-10-12T09:00:00Z", report));
    // Then nobody is heard of on the first day any more
    var days = scene.days();
    assertThat(days.get(TOWNS_DAY)).isEmpty();
    assertThat(days.get(PARTS_DAY)).isEmpty();
    assertThat(row(days, TOWN + ":2016-10-12").getKilled()).isEqualTo(count(4));
  }

  @Test
  void shouldTellThatADayWithoutStrikesWasHeardOf() {
    // When a report is taken back, and a heartbeat falls on the day after
    var report = seen("a:1", "a", NOON, one -> one.setKilled(count(4)));
    scene.say(report, retracted(report));
    var next = Instant.parse("2016-10-12T09:00:00Z");
    var source = new Source("s", SourceKind.SENSOR, "s");
    scene.beat(new Heartbeat(source, Reality.ACTUAL, TOWN, 60, next));
    // Then
    var days = scene.days();
    var row = row(days, TOWNS_DAY);
    assertThat(row.getHeard()).isTrue();
    assertThat(row.getStrikes()).isZero();
    assertThat(row.getKilled()).isNull();
    assertThat(days.get(PARTS_DAY)).isEmpty();
    assertThat(row(days, TOWN + ":2016-10-12").getHeard()).isTrue();
    // and of a second heartbeat nothing is told
    scene.beat(new Heartbeat(source, Reality.ACTUAL, TOWN, 60, next.plusSeconds(60)));
    assertThat(scene.days()).isEmpty();
  }

  @Test
  void shouldKeepExercisesApart() {
    scene.say(seen("a:1", "a", NOON, report -> report.setReality(Reality.EXERCISE)));
    assertThat(scene.days()).containsOnlyKeys("exercise:" + TOWNS_DAY, "exercise:" + PARTS_DAY);
  }

  @Test
  void shouldTellOfEachDayThatALongStrikeTouches() {
    var from = Instant.parse("2016-10-09T21:00:00Z");
    scene.say(
        seen(
            "a:1",
            "a",
            NOON,
            report ->
                report
                    .setOccurredFrom(from)
                    .setOccurredUntil(from.plusSeconds(3 * 24 * 3600))
                    .setTimePrecision(TimePrecision.WEEK)
                    .setNeighbourhood(null)
                    .setKilled(count(6))));
    var days = scene.days();
    assertThat(days).containsOnlyKeys(TOWN + ":2016-10-10", TOWNS_DAY, TOWN + ":2016-10-12");
    assertThat(row(days, TOWNS_DAY).getKilled()).isEqualTo(new CountRange(0, 0, 6));
  }

  @Test
  void shouldForgetADayWithItsHistory() {
    // Given
    scene.say(seen("a:1", "a", NOON, report -> report.setKilled(count(4))));
    scene.days();
    // When somebody reports three years later
    scene.say(seen("a:2", "a", "2019-10-11T09:00:00Z", report -> report));
    // Then
    var days = scene.days();
    assertThat(days.get(TOWNS_DAY)).isEmpty();
    assertThat(days.get(PARTS_DAY)).isEmpty();
    assertThat(days.get(TOWN + ":2019-10-11")).isPresent();
  }

  private DayRow row(String key) {
    return row(scene.days(), key);
  }

  private static DayRow row(Map<String, Optional<DayRow>> days, String key) {
    return requireNonNull(days.get(key), key).orElseThrow();
  }

  /** The next revision of a report, which tells of another time. */
  private static StrikeReport on(String at, StrikeReport report) {
    var instant = Instant.parse(at);
    return StrikeReport.newBuilder(report)
        .setRevision(report.getRevision() + 1)
        .setOccurredFrom(instant)
        .setOccurredUntil(instant)
        .setReceivedAt(instant.plusSeconds(60))
        .build();
  }
}
