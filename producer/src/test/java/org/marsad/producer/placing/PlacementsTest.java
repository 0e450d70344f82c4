package org.marsad.producer.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestReports;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.Areas;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;

class PlacementsTest {
  static {
    MessageCodec.trustMessages();
  }

  private final Placements placements = new Placements(Gazetteer.bundled()::resolve);

  @Test
  void shouldPutAReportWhereAPersonPlacedItAndLeaveTheOthers() {
    // Given
    placements.note(placed("observer-1:7", 1, "aleppo", "aleppo/al-fardous"));
    // When
    var seven = placements.place(unplaced("7"));
    var eight = placements.place(unplaced("8"));
    // Then
    assertThat(seven)
        .isEqualTo(
            StrikeReport.newBuilder(unplaced("7"))
                .setArea("aleppo")
                .setNeighbourhood("aleppo/al-fardous")
                .setPlaceBasis(PlaceBasis.PERSON)
                .build());
    assertThat(eight).isEqualTo(unplaced("8"));
  }

  @Test
  void shouldHeedTheNewestDecisionInWhateverOrderTheyCome() {
    placements.note(placed("observer-1:7", 2, "idlib", null));
    placements.note(placed("observer-1:7", 1, "aleppo", "aleppo/al-fardous"));
    var placed = placements.place(unplaced("7"));
    assertThat(placed.getArea()).isEqualTo("idlib");
    assertThat(placed.getNeighbourhood()).isNull();
  }

  @Test
  void shouldTakeThePointForEvidenceOnlyWhereItLiesElsewhere() {
    // Given a point in Aleppo, that intake found outside the place named
    var report =
        StrikeReport.newBuilder(unplaced("7"))
            .setLat(36.187)
            .setLon(37.1508)
            .setRadiusMetres(50.0)
            .setMarks(List.of(Marks.KILLED_UNREADABLE, Marks.POINT_OUTSIDE_PLACE))
            .build();
    // When
    placements.note(placed("observer-1:7", 1, "idlib", null));
    var elsewhere = placements.place(report);
    placements.note(placed("observer-1:7", 2, "aleppo", null));
    var there = placements.place(report);
    // Then
    assertThat(elsewhere.getMarks())
        .containsExactly(Marks.KILLED_UNREADABLE, Marks.POINT_FAR_FROM_PLACE);
    assertThat(elsewhere.getLat()).isEqualTo(36.187);
    assertThat(there.getMarks()).containsExactly(Marks.KILLED_UNREADABLE);
    assertThat(there.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
  }

  @Test
  void shouldNotTakeAnotherDecisionForAPlacement() {
    placements.note(
        Decision.newBuilder(placed("observer-1:7", 1, "aleppo", null))
            .setKind(DecisionKind.PREFER)
            .build());
    assertThat(placements.place(unplaced("7"))).isEqualTo(unplaced("7"));
  }

  private static StrikeReport unplaced(String localId) {
    return StrikeReport.newBuilder(TestReports.report(localId, 0))
        .setArea(Areas.UNPLACED)
        .setPlaceBasis(PlaceBasis.NONE)
        .build();
  }

  private static Decision placed(
      String reportId, int revision, String area, @Nullable String neighbourhood) {
    return Decision.newBuilder()
        .setDecisionId("place:" + reportId)
        .setRevision(revision)
        .setStatus(DecisionStatus.STANDING)
        .setKind(DecisionKind.PLACE)
        .setReality(Reality.ACTUAL)
        .setArea(area)
        .setNeighbourhood(neighbourhood)
        .setReportIds(List.of(reportId))
        .setDecidedBy("duty officer")
        .setReason("seen on a picture")
        .setDecidedAt(Instant.parse("2016-10-12T12:00:00Z"))
        .build();
  }
}
