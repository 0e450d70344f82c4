package org.marsad.benchmarks.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.marsad.benchmarks.measuring.Figure;

final class BytesTest {
  @Test
  void shouldPublishAtMostTwiceAsMuchForAReportOfADayOf640StrikesAsOfADayOf3() {
    // Given
    var said = new ArrayList<String>();
    // When
    var figures = new Bytes(said::add).run();
    // Then
    assertThat(figures).hasSize(2).as("%s", said).allMatch(Figure::isReached);
    assertThat(said).hasSize(2).allMatch(line -> line.contains("alerts strike "));
  }
}
