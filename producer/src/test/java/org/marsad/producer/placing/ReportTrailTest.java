package org.marsad.producer.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.producer.TestReports;
import org.marsad.schemas.Marks;

class ReportTrailTest {
  private final ReportTrail trail = new ReportTrail();

  @Test
  void shouldKnowNothingOfAReportThatWasNeverSeen() {
    assertThat(trail.newest()).isEmpty();
    assertThat(trail.standing()).isEmpty();
  }

  @Test
  void shouldFindItWhereItWasMovedTo() {
    // Given
    var moved =
        said(
            "aleppo",
            1,
            60,
            r -> r.setStatus(ReportStatus.RETRACTED).setMarks(List.of(Marks.MOVED_TO + "idlib")));
    var there = said("idlib", 1, 60, r -> r);
    trail.add(there);
    trail.add(moved);
    // a recording is played again
    trail.add(said("aleppo", 1, 0, r -> r));
    // Then
    assertThat(trail.newest()).contains(there);
    assertThat(trail.standing()).containsExactly(there);
    assertThat(trail.lastReceivedAt()).isEqualTo(TestReports.START.plusSeconds(60));
  }

  @Test
  void shouldFindEveryAreaThatItStandsInAndTheNewestRevision() {
    var first = said("aleppo", 1, 0, r -> r);
    var second = said("idlib", 2, 60, r -> r);
    trail.add(second);
    trail.add(first);
    assertThat(trail.newest()).contains(second);
    assertThat(trail.standing()).containsExactly(first, second);
  }

  @Test
  void shouldNotStandWhereItsSourceTookItBack() {
    trail.add(said("aleppo", 1, 0, r -> r));
    trail.add(said("aleppo", 2, 60, r -> r.setStatus(ReportStatus.RETRACTED)));
    assertThat(trail.newest()).map(StrikeReport::getStatus).contains(ReportStatus.RETRACTED);
    assertThat(trail.standing()).isEmpty();
  }

  private static StrikeReport said(
      String area, int revision, long seconds, UnaryOperator<StrikeReport.Builder> more) {
    var report = StrikeReport.newBuilder(TestReports.report("7", seconds));
    return more.apply(report.setArea(area).setRevision(revision)).build();
  }
}
