package org.marsad.benchmarks.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;

class BacklogTest {
  private static final int REPORTS = 20_000;

  private final List<StrikeReport> reports = take(7);

  @Test
  void shouldBeTheSameForTheSameSeed() {
    assertThat(take(7)).isEqualTo(reports);
    assertThat(take(8)).isNotEqualTo(reports);
  }

  @Test
  void shouldComeInTheOrderOfReception() {
    for (var i = 1; i < REPORTS; i++) {
      assertThat(reports.get(i).getReceivedAt())
          .isAfterOrEqualTo(reports.get(i - 1).getReceivedAt());
    }
  }

  @Test
  void shouldHoldWhatMakesWork() {
    assertThat(share(r -> r.getRevision() > 1 && r.getStatus() == ReportStatus.REPORTED))
        .isBetween(0.03, 0.06);
    assertThat(share(r -> r.getStatus() == ReportStatus.RETRACTED)).isBetween(0.005, 0.02);
    assertThat(share(r -> r.getTimePrecision() == TimePrecision.DAY)).isBetween(0.03, 0.06);
    var seen = new HashSet<String>();
    assertThat(share(r -> !seen.add(r.getReportId() + "/" + r.getRevision())))
        .isBetween(0.005, 0.02);
  }

  private double share(java.util.function.Predicate<StrikeReport> of) {
    return (double) reports.stream().filter(of).count() / REPORTS;
  }

  private static List<StrikeReport> take(long seed) {
    var backlog = new Backlog(seed);
    var reports = new ArrayList<StrikeReport>();
    for (var i = 0; i < REPORTS; i++) {
      reports.add(backlog.next());
    }
    return reports;
  }
}
