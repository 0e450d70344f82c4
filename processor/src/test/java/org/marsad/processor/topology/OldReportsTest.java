package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.retracted;
import static org.marsad.processor.topology.Scene.seen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.CancelReason;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.settings.Settings;

/** What is dated long before the newest day of its area. */
class OldReportsTest {
  private static final StrikeReport TODAY = seenAt("a:today", "2016-10-12T11:00:00Z");

  /** Of the first day of which a report is taken in then. */
  private static final StrikeReport ON_THE_HORIZON =
      seenAt("a:on-the-horizon", "2015-09-08T09:00:00Z");

  private static final StrikeReport TOO_OLD = seenAt("a:too-old", "2015-09-07T09:00:00Z");

  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void start() {
    scene = new Scene(folder);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void shouldSetAsideWhatHappenedBeforeTheHorizon() {
    // Given
    scene.say(TODAY);
    scene.alerts();
    // When
    scene.say(TOO_OLD);
    // Then
    assertThat(scene.alerts()).isEmpty();
    assertThat(reasons())
        .containsExactly(
            "TOO_OLD occurredFrom: 2015-09-07T09:00:00Z (expected: 2015-09-08 or later: 400"
                + " days before the newest day of its area)");
    scene.say(ON_THE_HORIZON);
    assertThat(scene.alert(SubjectKind.STRIKE).getKilled().getBest()).isEqualTo(6);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void shouldRememberAsLongAsItsSettingsSay() throws IOException {
    var settings = Settings.of(Horizon.define(new ConfigDef()), Map.of(Horizon.DAYS, "100"));
    try (var scene =
        new Scene(Files.createDirectory(folder.resolve("near")), Horizon.of(settings))) {
      // Given
      var old = seenAt("a:old", "2016-07-04T09:00:00Z");
      scene.say(old);
      var strike = scene.strikes().get(0);
      scene.say(TODAY);
      // When its day is more than 100 and two days before the newest
      scene.say(seenAt("a:next", "2016-10-15T11:00:00Z"));
      // Then
      assertThat(scene.forgotten()).containsExactly(strike.getStrikeId());
      scene.say(retracted(old));
      assertThat(reasons(scene))
          .containsExactly(
              "TOO_OLD occurredFrom: 2016-07-04T09:00:00Z (expected: 2016-07-07 or later: 100"
                  + " days before the newest day of its area)");
    }
  }

  @Test
  void shouldHaveAHorizonForEachWorldAndArea() {
    scene.say(TODAY);
    scene.alerts();
    scene.say(StrikeReport.newBuilder(TOO_OLD).setReality(Reality.EXERCISE).build());
    assertThat(scene.alert(SubjectKind.STRIKE).getReality()).isEqualTo(Reality.EXERCISE);
    scene.say(StrikeReport.newBuilder(TOO_OLD).setArea("idlib").setNeighbourhood(null).build());
    assertThat(scene.alert(SubjectKind.STRIKE).getArea()).isEqualTo("idlib");
    assertThat(reasons()).isEmpty();
  }

  @Test
  void shouldTakeBackWhatTurnsOutToHaveHappenedBeforeTheHorizon() {
    // Given
    scene.say(TODAY);
    scene.say(seenAt("a:1", "2016-10-11T09:00:00Z"));
    scene.alerts();
    // When
    scene.say(
        StrikeReport.newBuilder(seenAt("a:1", "2015-09-07T09:00:00Z"))
            .setRevision(2)
            .setReceivedAt(TODAY.getReceivedAt().plusSeconds(60))
            .build());
    // Then
    assertThat(scene.alert(SubjectKind.STRIKE).getReason()).isEqualTo(CancelReason.WITHDRAWN);
    assertThat(reasons()).singleElement().asString().startsWith("TOO_OLD");
  }

  @Test
  void shouldForgetAStrikeSilentlyAndSetItsRetractionAside() {
    // Given
    scene.say(TOO_OLD);
    scene.say(ON_THE_HORIZON);
    var strike = scene.strikes().get(0);
    scene.alerts();
    // When the newest day is so much later, and a little later again
    scene.say(TODAY);
    assertThat(scene.forgotten()).isEmpty(); // one day is not enough: it may still touch another
    scene.say(seenAt("a:next", "2016-10-14T11:00:00Z"));
    // Then
    assertThat(scene.forgotten()).containsExactly(strike.getStrikeId());
    assertThat(scene.alerts()).allMatch(alert -> alert.getReason() == null);
    scene.say(retracted(TOO_OLD));
    assertThat(scene.alerts()).isEmpty();
    assertThat(reasons()).singleElement().asString().startsWith("TOO_OLD");
  }

  @Test
  void shouldTellOfAStrikeWhoseYearWasWrongAtFirst() {
    // Given a report of today that says last year, and others that do not
    scene.say(StrikeReport.newBuilder(TOO_OLD).setReceivedAt(TODAY.getReceivedAt()).build());
    var wrong = scene.alert(SubjectKind.STRIKE);
    scene.say(TODAY, seenAt("a:next", "2016-10-14T11:00:00Z"));
    scene.alerts();
    // When it is put right
    scene.say(
        StrikeReport.newBuilder(seenAt(TOO_OLD.getReportId(), "2016-10-14T10:00:00Z"))
            .setRevision(2)
            .build());
    // Then it is the next revision of what was told, not a first one that nobody would be told of
    assertThat(scene.alerts(SubjectKind.STRIKE))
        .filteredOn(alert -> alert.getAlertId().equals(wrong.getAlertId()))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getRevision()).isEqualTo(2);
              assertThat(alert.getInterrupts()).isTrue();
            });
  }

  private List<String> reasons() {
    return reasons(scene);
  }

  private static List<String> reasons(Scene scene) {
    return scene.rejected().stream()
        .map(
            record ->
                header(record.headers().lastHeader(RejectedHeaders.REASON))
                    + " "
                    + header(record.headers().lastHeader(RejectedHeaders.MESSAGE)))
        .toList();
  }

  private static String header(org.apache.kafka.common.header.Header header) {
    return new String(Objects.requireNonNull(header).value(), StandardCharsets.UTF_8);
  }

  private static StrikeReport seenAt(String reportId, String at) {
    return seen(reportId, "a", at, report -> report.setKilled(count(6)));
  }
}
