package org.marsad.benchmarks.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.message.StrikeReport;

final class DensityTest {
  @Test
  void shouldMeasureOneTownAndSeveralAndTellWhatHospitalsAdd() throws Exception {
    // Given
    var said = new ArrayList<String>();
    // When
    var figures = new Density(2, 30, 1, said::add).run();
    // Then
    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly("density one town", "density 2 towns");
    assertThat(figures).allMatch(figure -> figure.ours() > 0 && figure.pairs() == 1);
    assertThat(said)
        .as("two pairs of each, and one of each with hospitals")
        .hasSize(6)
        .filteredOn(line -> line.contains("with hospitals") && line.endsWith("(no mark)"))
        .hasSize(2);
  }

  @Test
  void shouldHaveTheSameReportsWhetherTheTownsComeTogetherOrOneByOne() {
    // Given
    var life = new TownLife(3, 2, 5);
    // When
    var oneByOne = life.oneByOne();
    var together = life.together();
    // Then
    assertThat(together).hasSize(3 * 2 * 5).containsExactlyInAnyOrderElementsOf(oneByOne);
    assertThat(changesOfTown(oneByOne)).isEqualTo(2);
    assertThat(changesOfTown(together)).isEqualTo(together.size() - 1);
  }

  @Test
  void shouldLiveForWeeksBefore() {
    // Given
    var life = new TownLife(2, 1, 5);
    var lived = new ArrayList<StrikeReport>();
    // When
    life.before(lived::add);
    // Then
    assertThat(lived)
        .hasSizeBetween(2 * 45, 2 * 90)
        .allMatch(r -> receivedBefore(r, life.oneByOne()));
  }

  private static boolean receivedBefore(StrikeReport report, List<StrikeReport> others) {
    Instant first = others.get(0).getReceivedAt();
    return report.getReceivedAt().isBefore(first);
  }

  private static long changesOfTown(List<StrikeReport> reports) {
    var changes = 0L;
    for (var i = 1; i < reports.size(); i++) {
      changes += reports.get(i).getArea().equals(reports.get(i - 1).getArea()) ? 0 : 1;
    }
    return changes;
  }
}
