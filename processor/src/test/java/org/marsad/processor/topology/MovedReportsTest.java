package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.seen;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Areas;

/** What a source says of another area than before. */
class MovedReportsTest {
  private static final String OTHER_TOWN = "idlib";

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
  void shouldTakeItBackWhereItStoodAndTellOfItInTheOtherTown() {
    // Given
    scene.say(said(Scene.TOWN, 1, 12));
    var first = scene.alert(SubjectKind.STRIKE);
    // When
    scene.say(said(OTHER_TOWN, 2, 12));
    // Then
    var alerts = scene.alerts(SubjectKind.STRIKE);
    var there = of(OTHER_TOWN, alerts);
    assertThat(there.getMessageType()).isEqualTo(MessageType.ALERT);
    var here = of(Scene.TOWN, alerts);
    assertThat(here.getAlertId()).isEqualTo(first.getAlertId());
    assertThat(here.getMessageType()).isEqualTo(MessageType.CANCEL);
    assertThat(here.getReason()).isEqualTo(CancelReason.MOVED);
    assertThat(here.getReplacedBy()).isEqualTo(there.getAlertId());
    assertThat(here.getInterrupts()).isTrue();

    // When it was the first town after all
    scene.say(said(Scene.TOWN, 3, 14));
    // Then
    alerts = scene.alerts(SubjectKind.STRIKE);
    assertThat(of(OTHER_TOWN, alerts).getReason()).isEqualTo(CancelReason.MOVED);
    assertThat(of(Scene.TOWN, alerts).getMessageType()).isEqualTo(MessageType.ALERT);
    assertThat(of(Scene.TOWN, alerts).getKilled().getBest()).isEqualTo(14);

    // When all of it is played again
    scene.say(said(Scene.TOWN, 1, 12), said(OTHER_TOWN, 2, 12), said(Scene.TOWN, 3, 14));
    // Then
    assertThat(scene.alerts()).isEmpty();
    assertThat(scene.rejected()).isEmpty();
  }

  @Test
  void shouldHeedAnEarlierRevisionNowhereThatComesLate() {
    scene.say(said(OTHER_TOWN, 2, 12));
    assertThat(of(OTHER_TOWN, scene.alerts(SubjectKind.STRIKE)).getArea()).isEqualTo(OTHER_TOWN);
    scene.say(said(Scene.TOWN, 1, 12));
    assertThat(scene.alerts()).isEmpty();
    // The next one counts again, wherever it is
    scene.say(said(Scene.TOWN, 3, 12));
    assertThat(scene.alerts(SubjectKind.STRIKE)).extracting(Alert::getArea).contains(Scene.TOWN);
  }

  @Test
  void shouldSayThatItWasNotRealWhereItWasADrillInAnotherTown() {
    scene.say(said(Scene.TOWN, 1, 12));
    scene.alerts();
    scene.say(
        StrikeReport.newBuilder(said(OTHER_TOWN, 2, 12)).setReality(Reality.EXERCISE).build());
    var alerts = scene.alerts(SubjectKind.STRIKE);
    assertThat(of(Scene.TOWN, alerts).getReason()).isEqualTo(CancelReason.NOT_ACTUAL);
    assertThat(of(Scene.TOWN, alerts).getReplacedBy()).isNull();
    assertThat(of(OTHER_TOWN, alerts).getReality()).isEqualTo(Reality.EXERCISE);
  }

  @Test
  void shouldWithdrawWhatIsTakenBackWithoutAPlace() {
    // Given
    scene.say(said(Scene.TOWN, 1, 12));
    scene.alerts();
    // When
    scene.say(
        StrikeReport.newBuilder(said(Areas.UNPLACED, 2, 12))
            .setStatus(ReportStatus.RETRACTED)
            .build());
    // Then
    assertThat(scene.alert(SubjectKind.STRIKE).getReason()).isEqualTo(CancelReason.WITHDRAWN);
  }

  @Test
  void shouldLeaveTheStrikeThatAnotherSourceSawToo() {
    // Given two that saw one strike
    scene.say(said(Scene.TOWN, 1, 12));
    scene.say(seen("b:1", "b", "2016-10-12T11:06:00Z", r -> r.setKilled(count(11))));
    scene.strikes();
    scene.alerts();
    // When one of them finds that he meant the other town
    scene.say(said(OTHER_TOWN, 2, 12));
    // Then
    assertThat(scene.strikes())
        .filteredOn(strike -> strike.getArea().equals(Scene.TOWN))
        .singleElement()
        .satisfies(
            strike -> {
              assertThat(strike.getStatus()).isEqualTo(StrikeStatus.ACTIVE);
              assertThat(strike.getReportIds()).containsExactly("b:1");
            });
    assertThat(of(Scene.TOWN, scene.alerts(SubjectKind.STRIKE)).getMessageType())
        .isEqualTo(MessageType.UPDATE);
  }

  private static Alert of(String area, List<Alert> alerts) {
    var found = alerts.stream().filter(alert -> alert.getArea().equals(area)).toList();
    assertThat(found).as(area).hasSize(1);
    return found.get(0);
  }

  private static StrikeReport said(String area, int revision, int killed) {
    var report =
        seen(
            "a:1",
            "a",
            "2016-10-12T11:05:00Z",
            r -> r.setRevision(revision).setKilled(count(killed)));
    return StrikeReport.newBuilder(report)
        .setArea(area)
        .setNeighbourhood(area.equals(Scene.TOWN) ? Scene.FARDOUS : null)
        .setReceivedAt(report.getReceivedAt().plusSeconds(60L * revision))
        .build();
  }
}
