package org.marsad.benchmarks.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.StrikeReport;

final class TownDayTest {
  private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, TownDay.MOST})
  void shouldFallOnOneLocalDayInTheOrderOfReception(int strikes) {
    // When
    var reports = TownDay.of(0, DAY, strikes, new SplittableRandom(1));
    // Then
    var zone = ZoneId.of(BacklogAreas.all().get(0).getTimeZone());
    assertThat(reports)
        .hasSize(strikes)
        .isSortedAccordingTo((a, b) -> a.getReceivedAt().compareTo(b.getReceivedAt()))
        .allMatch(report -> report.getOccurredFrom().atZone(zone).toLocalDate().equals(DAY));
    assertThat(reports).extracting(StrikeReport::getReportId).doesNotHaveDuplicates();
  }

  @Test
  void shouldRefuseMoreThanADayHolds() {
    assertThatThrownBy(() -> TownDay.of(0, DAY, TownDay.MOST + 1, new SplittableRandom(1)))
        .hasMessage("strikes: 641 (expected: 0 to 640)");
  }
}
