package org.marsad.processor.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.topology.Scene.count;
import static org.marsad.processor.topology.Scene.seen;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.message.PlaceBasis;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Marks;

class TwoRevisionsTest {
  private static final Instant LATER = Instant.parse("2016-10-12T14:00:00Z");

  @Test
  void shouldTakeTheHigherRevision() {
    var first = said(1, 3);
    var second = said(2, 5);
    assertThat(TwoRevisions.newer(first, second)).isEqualTo(second);
    assertThat(TwoRevisions.newer(second, first)).isNull();
    assertThat(TwoRevisions.newer(first, first)).isNull();
  }

  @Test
  void shouldTakeTheLaterOfTwoTextsUnderOneRevisionWhicheverCameFirst() {
    var early = said(1, 3);
    var late = StrikeReport.newBuilder(said(1, 5)).setReceivedAt(LATER).build();
    var stands = StrikeReport.newBuilder(late).setMarks(List.of(Marks.SAME_REVISION_TWICE)).build();
    assertThat(TwoRevisions.newer(early, late)).isEqualTo(stands);
    assertThat(TwoRevisions.newer(late, early)).isEqualTo(stands);
    // Told once more, nothing changes
    assertThat(TwoRevisions.newer(stands, early)).isNull();
    assertThat(TwoRevisions.newer(stands, late)).isNull();
  }

  @Test
  void shouldTakeTheSameOfTwoTextsThatCameAtOnceWhicheverCameFirst() {
    var one = said(1, 3);
    var other = said(1, 5);
    assertThat(TwoRevisions.newer(one, other)).isEqualTo(TwoRevisions.newer(other, one));
  }

  @Test
  void shouldNotMarkWhatWasSentTwiceWithTheSameWords() {
    var early = said(1, 3);
    var late = StrikeReport.newBuilder(early).setReceivedAt(LATER).build();
    assertThat(TwoRevisions.newer(early, late)).isEqualTo(late);
    assertThat(TwoRevisions.newer(late, early)).isNull();
  }

  @Test
  void shouldTakeWhatAPersonPlacedForNoSecondText() {
    var said = said(1, 3);
    var placed =
        StrikeReport.newBuilder(said)
            .setPlaceBasis(PlaceBasis.PERSON)
            .setNeighbourhood("aleppo/al-fardous")
            .setReceivedAt(LATER)
            .build();
    var movedAway =
        StrikeReport.newBuilder(said)
            .setStatus(ReportStatus.RETRACTED)
            .setMarks(List.of(Marks.MOVED_TO + "idlib"))
            .setReceivedAt(LATER)
            .build();
    assertThat(TwoRevisions.newer(said, placed)).isEqualTo(placed);
    assertThat(TwoRevisions.newer(said, movedAway)).isEqualTo(movedAway);
    var placedAtOnce = StrikeReport.newBuilder(placed).setReceivedAt(said.getReceivedAt()).build();
    assertThat(standing(said, placedAtOnce)).isEqualTo(standing(placedAtOnce, said));
    // Its source says the same again, in a recording
    assertThat(TwoRevisions.newer(placed, said)).isNull();
    assertThat(TwoRevisions.newer(movedAway, said)).isNull();
  }

  private static StrikeReport standing(StrikeReport known, StrikeReport report) {
    return Objects.requireNonNullElse(TwoRevisions.newer(known, report), known);
  }

  private static StrikeReport said(int revision, int killed) {
    return seen(
        "a:1", "a", "2016-10-12T11:05:00Z", r -> r.setRevision(revision).setKilled(count(killed)));
  }
}
