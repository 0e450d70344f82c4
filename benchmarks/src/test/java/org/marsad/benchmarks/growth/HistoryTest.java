package org.marsad.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final int STRIKES = 300;

  /** Each strike has at least a report of 150 bytes and itself, 250. */
  private static final int LEAST_BYTES_PER_STRIKE = 400;

  @TempDir private Path folder;

  @Test
  void shouldGrowTheSameEachTimeAndCountWhatIsStored() {
    try (var one = new History(folder.resolve("one"));
        var other = new History(folder.resolve("other"))) {
      // When
      one.growTo(STRIKES);
      other.growTo(STRIKES);
      // Then
      assertThat(one.strikes()).isEqualTo(STRIKES);
      assertThat(one.bytes())
          .isEqualTo(other.bytes())
          .isGreaterThan(STRIKES * (long) LEAST_BYTES_PER_STRIKE);

      // When more is reported
      one.report(STRIKES);
      // Then
      assertThat(one.strikes()).isGreaterThan(STRIKES);
      assertThat(one.bytes()).isGreaterThan(other.bytes());
    }
  }
}
