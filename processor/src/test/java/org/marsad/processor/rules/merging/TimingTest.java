package org.marsad.processor.rules.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.processor.rules.merging.Said.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.TimePrecision;

class TimingTest {
  @Test
  void shouldMeasureHowFarApartTheStatedTimesAre() {
    var timing =
        Timing.of(
            List.of(
                said("b:1", 7, TimePrecision.MINUTE),
                said("a:1", 2, TimePrecision.SECOND),
                said("c:1", 30, TimePrecision.HOUR)),
            NOON);
    assertThat(timing.firstStated()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    assertThat(timing.statedApart()).isEqualTo(Duration.ofMinutes(5));
    assertThat(timing.latestEnd()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
  }

  @Test
  void shouldSayNothingOfOneStatedTimeAlone() {
    var timing = Timing.of(List.of(said("a:1", 2, TimePrecision.MINUTE), today()), NOON);
    assertThat(timing.firstStated()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    assertThat(timing.statedApart()).isNull();
    assertThat(timing.latestEnd()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
  }

  @Test
  void shouldKnowNoEndWhereNobodyKnowsTheHour() {
    var timing = Timing.of(List.of(today()), NOON);
    assertThat(timing.firstStated()).isNull();
    assertThat(timing.statedApart()).isNull();
    assertThat(timing.latestEnd()).isNull();
  }

  @Test
  void shouldNotCountAnEndThatOnlyAPersonCanHaveJoined() {
    var timing =
        Timing.of(
            List.of(said("a:1", 300, TimePrecision.MINUTE), said("b:1", 301, TimePrecision.MINUTE)),
            NOON);
    assertThat(timing.latestEnd()).isEqualTo(NOON.plus(Duration.ofHours(5)));
  }

  @Test
  void shouldKnowWhenTheNewestReportCame() {
    var timing =
        Timing.of(
            List.of(
                Said.by("a:1").received(Duration.ofHours(2)).report(),
                Said.by("b:1").received(Duration.ofHours(1)).report()),
            NOON);
    assertThat(timing.newestReceivedAt()).isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  private static Report said(String id, long minutes, TimePrecision precision) {
    return Said.by(id).after(Duration.ofMinutes(minutes)).precise(precision).report();
  }

  private static Report today() {
    return Said.by("t:1").lasting(Duration.ofHours(12)).precise(TimePrecision.DAY).report();
  }
}
