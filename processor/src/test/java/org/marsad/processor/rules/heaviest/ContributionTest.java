package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.Merged;

class ContributionTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
  private static final TimeSpan NOON =
      new TimeSpan(
          Instant.parse("2016-10-12T09:00:00Z"),
          Instant.parse("2016-10-12T09:00:00Z"),
          TimePrecision.MINUTE);

  @Test
  void shouldComeBackFromItsBinaryFormUnchanged() {
    var strikes = new RandomStrikes(new Random(7));
    for (var i = 0; i < 500; i++) {
      var strike = strikes.next("s" + i);
      assertThat(Contribution.from(strike.toBytes())).isEqualTo(strike);
    }
  }

  @Test
  void shouldCountAFinelyPlacedStrikeWithoutImpactsAsOneAndAsUnreported() {
    var strike = of(NOON, "aleppo/al-fardous", null, null, null);
    assertThat(strike.impacts()).isEqualTo(CountRange.of(1));
    assertThat(strike.impactsReported()).isFalse();
    assertThat(strike.group()).isEqualTo(Contribution.FINE);
    assertThat(strike.killed()).isNull();
    assertThat(strike.casualties()).isNull();
  }

  @Test
  void shouldAddNoImpactForACoarseStrikeWithoutImpacts() {
    var strike = of(NOON, null, null, CountRange.of(3), null);
    assertThat(strike.impacts()).isNull();
    assertThat(strike.group()).isEqualTo("agency");
    assertThat(strike.casualties()).isEqualTo(CountRange.of(3));
  }

  @Test
  void shouldAddTheInjuredToTheKilledForCasualties() {
    var strike = of(NOON, null, null, CountRange.of(3), new CountRange(4, 5, CountRange.OPEN));
    assertThat(strike.casualties()).isEqualTo(new CountRange(7, 8, CountRange.OPEN));
  }

  @Test
  void shouldBeOfOneLocalDayOnlyWhenNoMidnightLiesWithin() {
    var midnight = Instant.parse("2016-10-12T21:00:00Z");
    var until = new TimeSpan(midnight.minusSeconds(60), midnight, TimePrecision.MINUTE);
    var across =
        new TimeSpan(midnight.minusSeconds(60), midnight.plusMillis(1), TimePrecision.MINUTE);
    assertThat(of(until, null, null, null, null).dated()).isTrue();
    assertThat(of(across, null, null, null, null).dated()).isFalse();
    assertThat(of(across, null, null, null, null).lastDay())
        .isEqualTo(of(across, null, null, null, null).firstDay() + 1);
  }

  @Test
  void shouldNotBeOfOneDayWhenOnlyTheWeekIsKnown() {
    var week = new TimeSpan(NOON.from(), NOON.until(), TimePrecision.WEEK);
    var day = new TimeSpan(NOON.from(), NOON.until(), TimePrecision.DAY);
    assertThat(of(week, null, null, null, null).dated()).isFalse();
    assertThat(of(day, null, null, null, null).dated()).isTrue();
  }

  private static Contribution of(
      TimeSpan time,
      @Nullable String neighbourhood,
      @Nullable CountRange impacts,
      @Nullable CountRange killed,
      @Nullable CountRange injured) {
    var merged =
        new Merged(
            List.of("agency:1"),
            new TreeSet<>(List.of("agency")),
            Certainty.LIKELY,
            time,
            new Spot(neighbourhood, PlaceBasis.CODE, null, false, null),
            DeliveryMeans.UNKNOWN,
            false,
            impacts,
            killed,
            injured,
            new TreeSet<>());
    return Contribution.of("s-1", merged, DAMASCUS);
  }
}
