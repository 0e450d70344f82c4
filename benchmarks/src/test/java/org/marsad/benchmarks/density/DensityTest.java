package org.marsad.benchmarks.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  void shouldHaveTheSameReportsWhetherTheTownsComeInTurnOrOneByOne() {
    // Given
    var life = new TownLife(3, 2, 40);
    // When
    var oneByOne = life.oneByOne();
    var inTurn = life.inTurn();
    // Then
    assertThat(oneByOne).hasSize(1).allMatch(TownLife.Stretch::measured);
    assertThat(reports(oneByOne)).hasSize(3 * 2 * 40);
    assertThat(changesOfTown(reports(oneByOne))).isEqualTo(2);
    assertThat(byTown(inTurn)).as("each town in its own order").isEqualTo(byTown(oneByOne));
    assertThat(inTurn)
        .filteredOn(TownLife.Stretch::measured)
        .hasSize(8)
        .allMatch(stretch -> stretch.reports().size() == 3 * 5)
        .allMatch(stretch -> changesOfTown(stretch.reports()) == 3 * 5 - 1);
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
        .allMatch(r -> receivedBefore(r, reports(life.oneByOne())));
  }

  private static List<StrikeReport> reports(List<TownLife.Stretch> stretches) {
    return stretches.stream().flatMap(stretch -> stretch.reports().stream()).toList();
  }

  private static Map<String, List<StrikeReport>> byTown(List<TownLife.Stretch> stretches) {
    return reports(stretches).stream().collect(Collectors.groupingBy(StrikeReport::getArea));
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
